using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace OpenProject.Api.OpenApi;

/// <summary>The document, made when it is first asked for and kept for good: it changes with the program only.</summary>
public sealed class Contracts(ContractGenerator generator)
{
    private readonly Lazy<Task<Contract>> contract = new(() => Task.Run(generator.GenerateAsync));

    /// <summary>The document.</summary>
    public Task<Contract> GetAsync() => contract.Value;

    /// <summary>A validator of a representation (RFC 9110 section 8.8.3).</summary>
    public static EntityTagHeaderValue TagOf(byte[] representation) =>
        new($"\"{Convert.ToHexStringLower(SHA256.HashData(representation)[..16])}\"");
}
