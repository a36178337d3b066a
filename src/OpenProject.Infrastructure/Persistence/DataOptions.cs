using System.ComponentModel.DataAnnotations;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>Section <c>Data</c>: what the server keeps in files.</summary>
public sealed class DataOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Data";

    /// <summary>Folder of the SQLite database and other files; relative to the content root. Made when missing.</summary>
    [Required(ErrorMessage = "Data:Directory must not be blank.")]
    public string Directory { get; set; } = "data";
}
