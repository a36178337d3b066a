using OpenProject.Domain.Common;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;

namespace OpenProject.Domain.Categories;

/// <summary>A topic by which a project sorts its work packages.</summary>
public sealed class Category : AggregateRoot
{
    /// <summary>Longest name.</summary>
    public const int NameLimit = 255;

    private Category()
    {
    }

    /// <summary>The project it belongs to.</summary>
    public long ProjectId { get; private set; }

    /// <summary>The project; for queries only.</summary>
    public Project Project { get; private set; } = null!;

    /// <summary>The name, unique in the project.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Who gets new work packages of the category.</summary>
    public long? DefaultAssigneeId { get; private set; }

    /// <summary>The default assignee; for queries only.</summary>
    public Principal? DefaultAssignee { get; private set; }

    /// <summary>A new category.</summary>
    /// <exception cref="BrokenRule">Blank or too long name.</exception>
    public static Category Create(long projectId, string name, long? defaultAssigneeId = null)
    {
        var category = new Category { ProjectId = projectId };
        category.Rename(name);
        category.AssignTo(defaultAssigneeId);
        return category;
    }

    /// <summary>Gives it another name.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public void Rename(string? name) => Name = TextRule.Required(name, "name", "Name", NameLimit);

    /// <summary>Says who gets its new work packages.</summary>
    public void AssignTo(long? defaultAssigneeId) => DefaultAssigneeId = defaultAssigneeId;
}
