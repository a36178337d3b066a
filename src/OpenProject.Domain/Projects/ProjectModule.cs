namespace OpenProject.Domain.Projects;

/// <summary>One module that a project has enabled.</summary>
public sealed class ProjectModule
{
    private ProjectModule()
    {
    }

    internal ProjectModule(string name) => Name = name;

    /// <summary>The project.</summary>
    public long ProjectId { get; private set; }

    /// <summary>The module's name, one of <see cref="ProjectModules"/>.</summary>
    public string Name { get; private set; } = "";
}
