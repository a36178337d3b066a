using OpenProject.Application.Common;
using OpenProject.Application.OAuthApplications;
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
        RequireText("client_name", "Client name", sent.Name, errors);
        RequireText("redirect_url", "Redirect url", sent.RedirectUrl, errors);
        RequireLength("client_name", "Client name", sent.Name, NameLimit, errors);
        RequireLength("client_description", "Client description", sent.Description, DescriptionLimit, errors);
        RequireLength("client_url", "Client url", sent.Url, RedirectUri.Limit, errors);
        if (errors.Count > 0)
            throw new ProblemException(new Problem.Invalid(errors));
        return await applications.RegisterStrangerAsync(sent.Name!, sent.RedirectUrl!, OAuthScope.Bcf, cancellationToken);
    }

    /// <summary>Makes sure that tools may register themselves.</summary>
    /// <exception cref="ProblemException">They may not: there is no such thing here.</exception>
    public void RequireOpen()
    {
        if (!policy.DynamicRegistration)
            throw new ProblemException(new Problem.NotFound());
    }

    private static void RequireText(string name, string label, string? text, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(text) && !errors.Exists(e => e.Attribute == name))
            errors.Add(new FieldError(name, $"{label} can't be blank."));
    }

    private static void RequireLength(string name, string label, string? text, int limit, List<FieldError> errors)
    {
        if (text?.Length > limit)
            errors.Add(new FieldError(name, $"{label} is too long (maximum is {limit} characters)."));
    }
}

/// <summary>How a tool introduces itself. What it says of itself beyond the name is not kept, as nobody has checked it.</summary>
/// <param name="Name">What people see when they are asked.</param>
/// <param name="Description">What it is.</param>
/// <param name="Url">Where one reads more of it.</param>
/// <param name="RedirectUrl">Where people are sent back to.</param>
/// <param name="Errors">What could not be read.</param>
public sealed record BcfRegistration(string? Name, string? Description, string? Url, string? RedirectUrl, IReadOnlyList<FieldError> Errors);
