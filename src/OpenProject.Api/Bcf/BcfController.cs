using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Errors;
using OpenProject.Application.Bcf.OData;

namespace OpenProject.Api.Bcf;

/// <summary>What the controllers of BCF API 2.1 share: the area, and how answers are made.</summary>
[ApiArea(ApiArea.Bcf)]
[ApiExplorerSettings(IgnoreApi = true)]
public abstract class BcfController : ControllerBase
{
    /// <summary>What a list is asked for.</summary>
    protected ODataQuery Query => ODataParser.Parse(Option("$filter"), Option("$orderby"), Option("$top"), Option("$skip"));

    private string? Option(string name) => Request.Query.TryGetValue(name, out var values)
        ? values is [var value] ? value : throw new Application.Common.ProblemException(new Application.Common.Problem.InvalidQuery($"{name} is given more than once."))
        : null;
}
