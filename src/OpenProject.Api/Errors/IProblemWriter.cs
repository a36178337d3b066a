using OpenProject.Application.Common;

namespace OpenProject.Api.Errors;

/// <summary>Answers problems in the format of one API.</summary>
public interface IProblemWriter
{
    /// <summary>Whose problems it answers.</summary>
    ApiArea Area { get; }

    /// <summary>Answers a problem.</summary>
    Task WriteAsync(HttpContext http, Problem problem);

    /// <summary>Answers a failure of ours, telling nothing of it.</summary>
    Task WriteFailureAsync(HttpContext http);
}
