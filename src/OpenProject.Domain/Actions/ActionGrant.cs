namespace OpenProject.Domain.Actions;

/// <summary>What a known action takes, as statements read it. No table holds these rows: they follow from <see cref="KnownActions"/>.</summary>
public sealed class ActionGrant
{
    /// <summary>Where the action stands among <see cref="KnownActions.All"/>.</summary>
    public int Position { get; private set; }

    /// <summary>The permission's name.</summary>
    public string Permission { get; private set; } = "";

    /// <summary>The project module that must be enabled; empty when it always counts.</summary>
    public string Module { get; private set; } = "";

    /// <summary>Done in no project.</summary>
    public bool Global { get; private set; }

    /// <summary>The project of what is done in none: always null, but of the type of a project's id, which a null of no column lacks.</summary>
    public long? NoProjectId { get; private set; }

    /// <summary>Granted with any role at all.</summary>
    public bool Public { get; private set; }

    /// <summary>Administrators may do it wherever it counts.</summary>
    public bool GrantedToAdmins { get; private set; }
}
