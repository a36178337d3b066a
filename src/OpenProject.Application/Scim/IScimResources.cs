using System.Text.Json;
using OpenProject.Application.Common;
using OpenProject.Application.Scim.Attributes;

namespace OpenProject.Application.Scim;

/// <summary>The resources of one type. Each change is all done or not at all.</summary>
public interface IScimResources
{
    /// <summary>The type.</summary>
    ScimSchema Schema { get; }

    /// <summary>Forgets what was loaded for the change before, so that the next one in this scope begins anew.</summary>
    void Forget();

    /// <summary>A page of them.</summary>
    /// <exception cref="ProblemException">The filter or the order is refused.</exception>
    Task<ScimPage> ListAsync(ScimListQuery query, ScimCall call, CancellationToken cancellationToken);

    /// <summary>One of them.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    Task<ScimAnswer> FindAsync(long id, ScimCall call, CancellationToken cancellationToken);

    /// <summary>Makes one (RFC 7644 section 3.3).</summary>
    /// <exception cref="ProblemException">The body is refused, or a value is taken.</exception>
    Task<ScimAnswer> CreateAsync(JsonElement body, ScimCall call, CancellationToken cancellationToken);

    /// <summary>Replaces what one says (RFC 7644 section 3.5.1).</summary>
    /// <exception cref="ProblemException">There is none, it is in another version, the body is refused, or a value is taken.</exception>
    Task<ScimAnswer> ReplaceAsync(long id, JsonElement body, ScimPrecondition? precondition, ScimCall call, CancellationToken cancellationToken);

    /// <summary>Changes one (RFC 7644 section 3.5.2).</summary>
    /// <exception cref="ProblemException">There is none, it is in another version, an operation is refused, or a value is taken.</exception>
    Task<ScimAnswer> PatchAsync(long id, JsonElement body, ScimPrecondition? precondition, ScimCall call, CancellationToken cancellationToken);

    /// <summary>Removes one: nobody sees it any more; what refers to it is seen to in the background.</summary>
    /// <exception cref="ProblemException">There is none, it is in another version, or it must stay.</exception>
    Task DeleteAsync(long id, ScimPrecondition? precondition, ScimCall call, CancellationToken cancellationToken);
}
