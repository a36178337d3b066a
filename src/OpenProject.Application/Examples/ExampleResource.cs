using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;

namespace OpenProject.Application.Examples;

/// <summary>The example of forms and schemas (<c>/api/v3/example/form</c>, contract component <c>Example_FormModel</c>). There is none to be read.</summary>
public sealed class ExampleResource : Resource<Example, ExampleDto>, IResourceKind
{
    private const int SubjectLimit = 255;

    /// <summary>Declares the resource.</summary>
    public ExampleResource()
        : base(Kind, Location, _ => 0, title: null) =>
        Property("subject", e => e.Subject).Required().Length(1, SubjectLimit).Write((e, value) => e.Say(value));

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/example");

    /// <inheritdoc/>
    public static string Kind => "Example";

    /// <inheritdoc/>
    public override IReadOnlyList<ResourcePath> Paths => [];

    /// <inheritdoc/>
    public override IQueryable<Example> VisibleTo(IQueryable<Example> rows, Access access) => rows.Where(_ => false);
}
