namespace OpenProject.Api.Mcp.Http;

/// <summary>Why a message goes no further.</summary>
/// <param name="Id">The message's id as JSON; <c>null</c> where it has none.</param>
/// <param name="Code">The code of JSON-RPC 2.0.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Status">The status of the answer: 200 where the message itself can be answered.</param>
internal sealed record JsonRpcRefusal(string Id, int Code, string Message, int Status = StatusCodes.Status200OK);
