namespace OpenProject.Application.Resources;

/// <summary>A row that has values for fields which the installation has defined. No projection reads them; an enricher does.</summary>
public interface ICustomizedDto
{
    /// <summary>The values.</summary>
    CustomValueSet Custom { get; set; }
}
