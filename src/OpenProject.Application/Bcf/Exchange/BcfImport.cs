namespace OpenProject.Application.Bcf.Exchange;

/// <summary>What became of an archive.</summary>
/// <param name="Created">Topics that are new.</param>
/// <param name="Updated">Topics that the archive knew newer.</param>
/// <param name="Unchanged">Topics that are here as new; what was said about them and seen of them elsewhere has come in.</param>
/// <param name="Warnings">What could not be taken over as it is.</param>
public sealed record BcfImport(int Created, int Updated, int Unchanged, IReadOnlyList<string> Warnings);
