namespace OpenProject.Domain.Bcf;

/// <summary>A file of a building model that a topic is about (BCF API 2.1 section 4.3), as it was sent.</summary>
/// <param name="IfcProject">The project in the file.</param>
/// <param name="IfcSpatialStructureElement">The part of the building in it.</param>
/// <param name="FileName">Its name.</param>
/// <param name="Date">Its date.</param>
/// <param name="Reference">Where it is.</param>
public sealed record BcfModelFile(string? IfcProject, string? IfcSpatialStructureElement, string? FileName, string? Date, string? Reference);
