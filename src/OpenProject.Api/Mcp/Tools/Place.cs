using OpenProject.Application.Common;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>The arguments of a list that say which part of it is wanted.</summary>
internal sealed class Place
{
    /// <summary>Elements on a page of what is listed whole: nearly always all.</summary>
    public const int OfWhole = 1000;

    // Pages end here: who wants more asks for something narrower.
    private const int DeepestRow = 10_000;

    private readonly int usual;
    private readonly Argument<int> page = Tools.Arguments.Number("page", "The page, from 1.", 1, DeepestRow);
    private readonly Argument<int> size;

    /// <summary>Those of one list.</summary>
    /// <param name="usual">Elements a page when fewer are not asked for; never more.</param>
    public Place(int usual)
    {
        this.usual = usual;
        size = Tools.Arguments.Number("page_size", $"Items a page; {usual} when not given.", 1, usual);
    }

    /// <summary>The arguments.</summary>
    public IReadOnlyList<Argument> Arguments => [page, size];

    /// <summary>Which part a call wants.</summary>
    /// <exception cref="ProblemException">Too deep.</exception>
    public (int Page, int Size) Of(ToolCall call)
    {
        var (wanted, items) = (call.Of(page, 1), call.Of(size, usual));
        return wanted <= DeepestRow / items ? (wanted, items) : throw new ProblemException(new Problem.BadRequest($"page must be at most {DeepestRow / items}."));
    }
}
