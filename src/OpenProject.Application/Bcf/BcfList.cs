namespace OpenProject.Application.Bcf;

/// <summary>A list that is read while it is written: never more than some hundred rows are in memory.</summary>
/// <param name="Total">How many elements fulfil the condition, on this page or not.</param>
/// <param name="Items">The elements.</param>
public sealed record BcfList<T>(int Total, IAsyncEnumerable<T> Items);
