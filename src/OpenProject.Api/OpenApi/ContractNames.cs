using System.Collections.Frozen;

namespace OpenProject.Api.OpenApi;

/// <summary>
/// The names of components in the published document. Most follow from the <c>_type</c> (<c>StatusModel</c>,
/// <c>StatusCollectionModel</c>); those that do not are listed here, because generated clients are named after them.
/// </summary>
public static class ContractNames
{
    // What follows from the rule -> what the contract says.
    private static readonly FrozenDictionary<string, string> Published = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["GridModel"] = "GridReadModel",
        ["MembershipModel"] = "MembershipReadModel",
        ["NewsCollectionModel"] = "List_of_NewsModel",
        ["NewsWriteModel"] = "NewsCreateModel",
        ["PlaceholderUserWriteModel"] = "PlaceholderUserCreateModel",
        ["ProjectSchemaModel"] = "Workspaces_schemaModel",
        ["ProjectStatusModel"] = "View_project_statusModel",
        ["QueryCollectionModel"] = "QueriesModel",
        ["RelationModel"] = "RelationReadModel",
        ["RoleCollectionModel"] = "RolesModel",
        ["StorageModel"] = "StorageReadModel",
        ["TimeEntrySchemaModel"] = "View_time_entry_schemaModel",
        ["TypeCollectionModel"] = "TypesModel",
        ["UserSchemaModel"] = "View_user_schemaModel",
        ["UserWriteModel"] = "UserCreateModel",
        ["VersionModel"] = "VersionReadModel",
        ["VersionSchemaModel"] = "Version_schemaModel",
        ["WorkPackageCollectionModel"] = "Work_PackagesModel",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>One resource, as read.</summary>
    public static string Model(string type) => Of(type + "Model");

    /// <summary>What creating and changing send.</summary>
    public static string WriteModel(string type) => Of(type + "WriteModel");

    /// <summary>What changing sends where the state that was read must be named.</summary>
    public static string PatchModel(string type) => Of(type + "PatchModel");

    /// <summary>A list.</summary>
    public static string CollectionModel(string type) => Of(type + "CollectionModel");

    /// <summary>A form.</summary>
    public static string FormModel(string type) => Of(type + "FormModel");

    /// <summary>A schema.</summary>
    public static string SchemaModel(string type) => Of(type + "SchemaModel");

    private static string Of(string name) => Published.GetValueOrDefault(name, name);
}
