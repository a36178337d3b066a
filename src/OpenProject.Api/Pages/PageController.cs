using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Errors;
using OpenProject.Application.Common;

namespace OpenProject.Api.Pages;

/// <summary>A page that people open in a browser, and its forms. Every form proves that it is one of ours.</summary>
[ApiArea(ApiArea.Pages)]
[PageHeaders]
[AutoValidateAntiforgeryToken]
[ExpiredForm]
[RequestFormLimits(ValueLengthLimit = LargestValue, ValueCountLimit = MostValues, MultipartBodyLengthLimit = LargestValue)]
[ApiExplorerSettings(IgnoreApi = true)]
public abstract class PageController : Controller
{
    private const int LargestValue = 16 * 1024;
    private const int MostValues = 200;

    private const string NoticeKey = "notice";

    /// <summary>A sentence for the next page that is shown: what has just been done.</summary>
    protected void Notice(string sentence) => TempData[NoticeKey] = sentence;

    /// <summary>Says what is wrong with an attribute at its field, whose name is the attribute's in snake case.</summary>
    /// <param name="attribute">The API's name of the attribute; <c>base</c> for the form as a whole.</param>
    /// <param name="message">One sentence with a final period.</param>
    protected void Complain(string attribute, string message) =>
        ModelState.AddModelError(attribute == "base" ? "" : JsonNamingPolicy.SnakeCaseLower.ConvertName(attribute), message);

    /// <summary>Says what is wrong with all refused attributes, each at its field.</summary>
    protected void Complain(Problem.Invalid problem)
    {
        foreach (var error in problem.Errors)
            Complain(error.Attribute, error.Message);
    }

    /// <summary>On to a page that says what has been done.</summary>
    /// <param name="sentence">What has.</param>
    /// <param name="path">The page, below the installation's path.</param>
    protected LocalRedirectResult Done(string sentence, string path)
    {
        Notice(sentence);
        return LocalRedirect(Request.PathBase + path);
    }

    /// <summary>The form again, with what is wrong with it.</summary>
    protected ViewResult Wrong(string view, object form)
    {
        var result = View(view, form);
        result.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return result;
    }
}
