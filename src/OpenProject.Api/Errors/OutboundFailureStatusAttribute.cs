namespace OpenProject.Api.Errors;

/// <summary>The status of an action whose request to another server failed, where the API description has one of its own for that.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OutboundFailureStatusAttribute(int status) : Attribute
{
    /// <summary>The status.</summary>
    public int Status { get; } = status;
}
