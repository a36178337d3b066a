using OpenProject.Application.Scim;
using OpenProject.Application.Scim.Attributes;

namespace OpenProject.Api.Scim;

/// <summary>Notes in the log what clients write: who did what to which resource, and the names of attributes; never what they are set to.</summary>
public sealed partial class ScimNotes(ILogger<ScimNotes> logger)
{
    /// <summary>Notes a write, unless it changed nothing.</summary>
    /// <param name="call">Whose it is.</param>
    /// <param name="method">The method.</param>
    /// <param name="schema">The type of the resource.</param>
    /// <param name="answer">The resource.</param>
    public void Written(ScimCall call, string method, ScimSchema schema, ScimAnswer answer)
    {
        if (answer.Changed.Length > 0)
            Wrote(logger, call.ClientId, method, schema.Name, answer.Id, answer.Changed);
    }

    /// <summary>Notes a removal.</summary>
    /// <param name="call">Whose it is.</param>
    /// <param name="schema">The type of the resource.</param>
    /// <param name="id">The resource.</param>
    public void Removed(ScimCall call, ScimSchema schema, long id) => Wrote(logger, call.ClientId, HttpMethods.Delete, schema.Name, id, "");

    [LoggerMessage(Level = LogLevel.Information, Message = "SCIM client {ClientId}: {Method} {Type} {Id} {Attributes}")]
    private static partial void Wrote(ILogger logger, long clientId, string method, string type, long id, string attributes);
}
