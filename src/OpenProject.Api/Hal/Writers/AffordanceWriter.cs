using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using OpenProject.Application.Resources;
using OpenProject.Domain.Roles;

namespace OpenProject.Api.Hal.Writers;

/// <summary>
/// Writes a link that follows from the resource itself. All of it but the holes is prepared bytes, since these are most
/// of the links of a collection.
/// </summary>
public sealed class AffordanceWriter<TEntity, TDto> : FieldWriter<TDto>
    where TEntity : class
    where TDto : class, IResourceDto
{
    private const int LongestNumber = 20;
    private const int LongestOnStack = 512;

    private readonly Affordance<TEntity, TDto> affordance;
    private readonly byte[] opening;
    private readonly byte[] closing;
    private readonly int literalLength;
    private readonly bool hasTextHoles;

    /// <summary>Prepares the bytes.</summary>
    public AffordanceWriter(Affordance<TEntity, TDto> affordance)
        : base(affordance.Name)
    {
        this.affordance = affordance;
        opening = "{\"href\":\""u8.ToArray();
        closing = Encoding.UTF8.GetBytes(
            "\"" + (affordance.Method is { } method ? $",\"method\":\"{method}\"" : "") + (affordance.IsTemplated ? ",\"templated\":true}" : "}"));
        literalLength = opening.Length + closing.Length + affordance.Href.Pieces.Sum(p => p.Literal.Length + LongestNumber);
        hasTextHoles = affordance.Href.Pieces.Any(p => p.Hole is not null);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, TDto dto, in WriteScope scope)
    {
        if (affordance.NeededAnyOf != PermissionSet.Empty && !affordance.NeededAnyOf.Overlaps(scope.Permissions))
            return;
        if (affordance.IsShown is { } shown && !shown(dto, scope.Access))
            return;
        json.WritePropertyName(EncodedName);
        if (affordance.FormFields is { } fields)
            WriteForm(json, affordance.Href.Of(dto), fields(dto));
        else if (affordance.Payload is { } payload)
            LinkJson.Write(json, affordance.Href.Of(dto), affordance.Title?.Invoke(dto), affordance.Method, affordance.IsTemplated, (payload.Name, payload.Href.Of(dto)));
        else if (affordance.Title is not null || hasTextHoles || literalLength > LongestOnStack)
            LinkJson.Write(json, affordance.Href.Of(dto), affordance.Title?.Invoke(dto), affordance.Method, affordance.IsTemplated);
        else
            WritePrepared(json, dto.Id);
    }

    private void WriteForm(Utf8JsonWriter json, string href, IReadOnlyDictionary<string, string> fields)
    {
        json.WriteStartObject();
        json.WriteString("href", href);
        json.WriteString("method", affordance.Method);
        json.WriteStartObject("form_fields");
        foreach (var (name, value) in fields)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WritePrepared(Utf8JsonWriter json, long id)
    {
        Span<byte> link = stackalloc byte[LongestOnStack];
        opening.CopyTo(link);
        var at = opening.Length;
        foreach (var piece in affordance.Href.Pieces)
        {
            piece.Literal.Span.CopyTo(link[at..]);
            at += piece.Literal.Length;
            if (piece.HasId)
            {
                Utf8Formatter.TryFormat(id, link[at..], out var digits);
                at += digits;
            }
        }

        closing.CopyTo(link[at..]);
        json.WriteRawValue(link[..(at + closing.Length)], skipInputValidation: true);
    }
}
