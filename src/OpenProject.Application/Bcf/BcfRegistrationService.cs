using OpenProject.Application.Common;
using OpenProject.Application.OAuthApplications;
using OpenProject.Domain.Common;
using OpenProject.Domain.OAuthApplications;

namespace OpenProject.Application.Bcf;

/// <summary>Lets tools for building models register themselves (BCF API 2.1 section 3.2.3), where a setting allows it.</summary>
public sealed class BcfRegistrationService(OAuthApplicationService applications, BcfPolicy policy)
{
    /// <summary>Longest name.</summary>
    public const int NameLimit = 60;

    /// <summary>Longest description.</summary>
    public const int DescriptionLimit = 4000;

    /// <summary>Registers a tool, which may then ask people to let it work on topics for them and no more.</summary>
    /// <exception cref="ProblemException">Tools may not register themselves (not found), too many have lately, or a value is refused.</exception>
    public async Task<OAuthApplicationSecret> RegisterAsync(BcfRegistration sent, CancellationToken cancellationToken)
    {
        var errors = new List<FieldError>(sent.Errors);
        var name = Checked(() => TextRule.Required(sent.Name, "client_name", "Client name", NameLimit), errors);
        var redirectUrl = Checked(() => TextRule.Required(sent.RedirectUrl, "redirect_url", "Redirect url", RedirectUri.Limit), errors);
        Checked(() => TextRule.Optional(sent.Description, "client_description", "Client description", DescriptionLimit), errors);
        Checked(() => TextRule.Optional(sent.Url, "client_url", "Client url", RedirectUri.Limit), errors);
        if (errors.Count > 0)
            throw new ProblemException(new Problem.Invalid(errors));
        return await applications.RegisterStrangerAsync(name!, redirectUrl!, OAuthScope.Bcf, cancellationToken);
    }

    /// <summary>Makes sure that tools may register themselves.</summary>
    /// <exception cref="ProblemException">They may not: there is no such thing here.</exception>
    public void RequireOpen()
    {
        if (!policy.DynamicRegistration)
            throw new ProblemException(new Problem.NotFound());
    }

    // Of what could not be read that is told already.
    private static string? Checked(Func<string?> text, List<FieldError> errors)
    {
        try
        {
            return text();
        }
        catch (BrokenRule broken)
        {
            if (!errors.Exists(e => e.Attribute == broken.Member))
                errors.Add(new FieldError(broken.Member, broken.Message));
            return null;
        }
    }
}

/// <summary>How a tool introduces itself. What it says of itself beyond the name is not kept, as nobody has checked it.</summary>
/// <param name="Name">What people see when they are asked.</param>
/// <param name="Description">What it is.</param>
/// <param name="Url">Where one reads more of it.</param>
/// <param name="RedirectUrl">Where people are sent back to.</param>
/// <param name="Errors">What could not be read.</param>
public sealed record BcfRegistration(string? Name, string? Description, string? Url, string? RedirectUrl, IReadOnlyList<FieldError> Errors);
