using System.Text.Encodings.Web;
using OpenProject.Application.Common;
using OpenProject.Application.Installations;

namespace OpenProject.Api.Pages;

/// <summary>The page that says what is running: the installation, its APIs, their descriptions.</summary>
public sealed class LandingPage(ServedApis apis, InstallationService installations)
{
    private static readonly string Template = PageFile.Template("landing.html");

    /// <summary>The page, but for what all pages share.</summary>
    public async Task<string> RenderAsync(PathString pathBase, CancellationToken cancellationToken) => Template
        .Replace("{{apis}}", apis.AsHtml(pathBase), StringComparison.Ordinal)
        .Replace("{{installation}}", await InstallationAsync(cancellationToken), StringComparison.Ordinal);

    // The page opens while the database does not answer: it is where an operator looks first.
    private async Task<string> InstallationAsync(CancellationToken cancellationToken)
    {
        try
        {
            var installation = await installations.GetAsync(cancellationToken);
            return $"<code>{HtmlEncoder.Default.Encode(installation.Uuid)}</code>";
        }
        catch (ProblemException exception) when (exception.Problem is Problem.Unavailable)
        {
            return "<span class=\"quiet\">not known while the database does not answer</span>";
        }
    }
}
