using System.Text;

namespace OpenProject.Application.Resources;

/// <summary>
/// An href with holes for what differs from resource to resource, cut into pieces once.
/// <c>{id}</c> is the resource's own id; other holes are given by name. <c>{{x}}</c> stays as the literal <c>{x}</c>.
/// </summary>
public sealed class HrefTemplate<TDto>
    where TDto : IResourceDto
{
    private readonly List<Piece> pieces = [];

    /// <summary>Cuts a template.</summary>
    /// <param name="template">The href, e.g. <c>/api/v3/work_packages/{id}/form</c>.</param>
    /// <param name="holes">What fills the holes other than <c>{id}</c>.</param>
    public HrefTemplate(string template, params ReadOnlySpan<(string Name, Func<TDto, string> Value)> holes)
    {
        Template = template;
        var rest = template.AsSpan();
        var literal = new StringBuilder();
        while (!rest.IsEmpty)
        {
            if (rest[0] is '{' && rest.Length > 1 && rest[1] == '{')
            {
                var close = rest.IndexOf("}}");
                literal.Append(rest[1..(close + 1)]);
                rest = rest[(close + 2)..];
            }
            else if (rest[0] == '{')
            {
                var close = rest.IndexOf('}');
                pieces.Add(Piece.For(literal.ToString(), rest[1..close].ToString(), holes));
                literal.Clear();
                rest = rest[(close + 1)..];
            }
            else
            {
                literal.Append(rest[0]);
                rest = rest[1..];
            }
        }

        if (literal.Length > 0)
            pieces.Add(new Piece(Encoding.UTF8.GetBytes(literal.ToString()), HasId: false, null));
    }

    /// <summary>The template as declared.</summary>
    public string Template { get; }

    /// <summary>The pieces in order.</summary>
    public IReadOnlyList<Piece> Pieces => pieces;

    /// <summary>The href of one resource.</summary>
    public string Of(TDto dto)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            text.Append(Encoding.UTF8.GetString(piece.Literal.Span));
            if (piece.HasId)
                text.Append(dto.Id);
            else if (piece.Hole is { } hole)
                text.Append(hole(dto));
        }

        return text.ToString();
    }

    /// <summary>A literal run and the hole behind it.</summary>
    /// <param name="Literal">UTF-8 text in front of the hole.</param>
    /// <param name="HasId">The hole is the resource's id.</param>
    /// <param name="Hole">What fills the hole otherwise; null at the end of the template.</param>
    public sealed record Piece(ReadOnlyMemory<byte> Literal, bool HasId, Func<TDto, string>? Hole)
    {
        internal static Piece For(string literal, string name, ReadOnlySpan<(string Name, Func<TDto, string> Value)> holes)
        {
            var bytes = Encoding.UTF8.GetBytes(literal);
            if (name == "id")
                return new Piece(bytes, HasId: true, null);
            foreach (var hole in holes)
            {
                if (hole.Name == name)
                    return new Piece(bytes, HasId: false, hole.Value);
            }

            throw new ArgumentException($"Nothing fills the hole {{{name}}}.", nameof(holes));
        }
    }
}
