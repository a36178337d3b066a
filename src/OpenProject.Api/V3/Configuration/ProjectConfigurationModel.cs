namespace OpenProject.Api.V3.Configuration;

/// <summary>What clients need to know of the settings inside a project (contract component <c>ProjectConfigurationModel</c>).</summary>
public sealed record ProjectConfigurationModel : ConfigurationModel
{
    /// <summary>The installation's settings, and those of a project.</summary>
    public ProjectConfigurationModel(ConfigurationModel installation)
        : base(installation)
    {
    }

    /// <summary>Whether comments may be hidden from some members; every project offers that to those with the permission.</summary>
    public bool EnabledInternalComments { get; init; } = true;
}
