using OpenProject.Application.Resources;

namespace OpenProject.Api.Hal.Writers;

/// <summary>How much of a declaration a kind of reader is told.</summary>
/// <param name="TellsHtml">Whether text comes rendered too, and sentences that only people read come at all.</param>
/// <param name="TellsActions">Whether there are links to what can be done.</param>
/// <param name="LongestText">How many characters of a text there are at most; the rest is cut and the cut told of. Null for all.</param>
internal sealed record HalProfile(bool TellsHtml, bool TellsActions, int? LongestText)
{
    /// <summary>Everything: API v3.</summary>
    public static readonly HalProfile Whole = new(TellsHtml: true, TellsActions: true, LongestText: null);

    /// <summary>Whether the reader is told of a field.</summary>
    public bool Tells<TEntity, TDto>(Field<TEntity, TDto> field)
        where TEntity : class
        where TDto : class, IResourceDto =>
        (TellsActions || !IsAction(field)) && (TellsHtml || field is not Property<TEntity, TDto, Sentences>);

    private static bool IsAction<TEntity, TDto>(Field<TEntity, TDto> field)
        where TEntity : class
        where TDto : class, IResourceDto =>
        field is Affordance<TEntity, TDto> { IsAction: true };
}
