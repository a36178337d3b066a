using System.ComponentModel.DataAnnotations;

namespace OpenProject.Api.Scim;

/// <summary>Section <c>Scim</c>.</summary>
public sealed class ScimOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Scim";

    /// <summary>Whether clients are served at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// Clients that come in by their provider's tokens, as OpenProject's <c>OPENPROJECT_SCIM__CLIENTS</c> gives them: a JSON list of objects with <c>name</c>,
    /// <c>jwt_sub</c> and <c>auth_provider_slug</c>.
    /// </summary>
    public string? Clients { get; set; }

    /// <summary>Resources on a page, when a request asks for more or says nothing.</summary>
    [Range(1, 1000)]
    public int MaxResults { get; set; } = 100;

    /// <summary>Credentials that may fail within a minute from one address, at one server, before the answer is 429; 0 for any number.</summary>
    [Range(0, 1_000_000)]
    public int FailuresPerMinute { get; set; } = 60;

    /// <summary>What is told of the members of groups to those who do not say what they want.</summary>
    public ScimMemberDetail MemberDetail { get; set; }

    /// <summary>Whether the configuration tells of RFC 9865; some clients refuse members that they do not know.</summary>
    public bool AdvertisePagination { get; set; } = true;
}

/// <summary>What is told of the members of groups.</summary>
public enum ScimMemberDetail
{
    /// <summary>Their ids.</summary>
    Ids,

    /// <summary>Their types, names and addresses, too.</summary>
    Full,
}
