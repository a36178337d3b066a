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
        ["ActionCollectionModel"] = "List_actionsModel",
        ["ActionModel"] = "View_actionModel",
        ["ActivityCollectionModel"] = "Work_Package_activitiesModel",
        ["ActivityWriteModel"] = "ActivityCommentWriteModel",
        ["AttachmentCollectionModel"] = "Attachments_Model",
        ["CapabilityCollectionModel"] = "List_capabilitiesModel",
        ["CapabilityModel"] = "View_capabilitiesModel",
        ["DocumentCollectionModel"] = "DocumentsModel",
        ["EmojiReactionCollectionModel"] = "EmojiReactions_Model",
        ["FileLinkCollectionModel"] = "FileLinkCollectionReadModel",
        ["FileLinkModel"] = "FileLinkReadModel",
        ["GridModel"] = "GridReadModel",
        ["HierarchyItemModel"] = "HierarchyItemReadModel",
        ["MembershipModel"] = "MembershipReadModel",
        ["NewsCollectionModel"] = "List_of_NewsModel",
        ["NewsWriteModel"] = "NewsCreateModel",
        ["OAuthClientCredentialsModel"] = "OAuthClientCredentialsReadModel",
        ["OAuthApplicationModel"] = "OAuthApplicationReadModel",
        ["PlaceholderUserWriteModel"] = "PlaceholderUserCreateModel",
        ["ProjectSchemaModel"] = "Workspaces_schemaModel",
        ["ProjectStatusModel"] = "View_project_statusModel",
        ["QueryCollectionModel"] = "QueriesModel",
        ["QueryColumn::PropertyModel"] = "Query_ColumnModel",
        ["QueryFilterModel"] = "Query_FilterModel",
        ["QueryGroupByModel"] = "Query_Group_ByModel",
        ["QueryOperatorModel"] = "Query_OperatorModel",
        ["QuerySchemaModel"] = "Schema_For_Global_QueriesModel",
        ["QuerySortByModel"] = "Query_Sort_ByModel",
        ["QueryWriteModel"] = "Query_Create_Form",
        ["RelationModel"] = "RelationReadModel",
        ["RoleCollectionModel"] = "RolesModel",
        ["StorageModel"] = "StorageReadModel",
        ["TimeEntriesActivityModel"] = "TimeEntryActivityModel",
        ["TimeEntrySchemaModel"] = "View_time_entry_schemaModel",
        ["TypeCollectionModel"] = "TypesModel",
        ["UserSchemaModel"] = "View_user_schemaModel",
        ["UserWriteModel"] = "UserCreateModel",
        ["VersionModel"] = "VersionReadModel",
        ["VersionSchemaModel"] = "Version_schemaModel",
        ["Values::PropertyModel"] = "ValuesPropertyModel",
        ["WikiPageModel"] = "Wiki_PageModel",
        ["WorkPackageCollectionModel"] = "Work_PackagesModel",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Answers that have a name of their own although their shape is that of other answers, by operation.
    private static readonly FrozenDictionary<string, string> OfOperations = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Available_watchers"] = "Available_WatchersModel",
        ["List_watchers"] = "WatchersModel",
        ["Available_projects_for_query"] = "Available_projects_for_queryModel",
        ["Available_projects_for_work_package"] = "Available_projects_for_work_packageModel",
        ["List_available_parent_project_candidates"] = "List_available_parent_project_candidatesModel",
        ["List_categories_of_a_project"] = "Categories_by_WorkspaceModel",
        ["List_categories_of_a_workspace"] = "Categories_by_WorkspaceModel",
        ["List_projects_with_version"] = "List_workspaces_by_versionModel",
        ["List_types_available_in_a_project"] = "Types_by_WorkspaceModel",
        ["List_types_available_in_a_workspace"] = "Types_by_WorkspaceModel",
        ["List_versions_available_in_a_project"] = "Versions_by_WorkspaceModel",
        ["List_versions_available_in_a_workspace"] = "Versions_by_WorkspaceModel",
        ["List_workspaces_with_version"] = "List_workspaces_by_versionModel",
        ["Project_Available_assignees"] = "Available_AssigneesModel",
        ["Star_query"] = "Star_QueryModel",
        ["Unstar_query"] = "Unstar_QueryModel",
        ["Update_Portfolio"] = "PortfolioModel",
        ["Update_Program"] = "ProgramModel",
        ["View_default_query"] = "Default_QueryModel",
        ["View_default_query_for_project"] = "Default_Query_for_WorkspaceModel",
        ["View_default_query_for_workspace"] = "Default_Query_for_WorkspaceModel",
        ["View_portfolio"] = "PortfolioModel",
        ["View_program"] = "ProgramModel",
        ["Work_Package_Available_assignees"] = "Available_AssigneesModel",
        ["Workspace_Available_assignees"] = "Available_AssigneesModel",
        ["view_Budgets_of_a_Project"] = "Budgets_by_ProjectModel",
        ["list_available_relation_candidates"] = "Available_relation_candidatesModel",
        ["list_portfolios"] = "PortfolioCollectionModel",
        ["list_programs"] = "ProgramCollectionModel",
        ["list_workspace"] = "WorkspaceCollectionModel",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name that an operation's answer has of its own; null for the usual one.</summary>
    public static string? OfOperation(string? operationId) => operationId is null ? null : OfOperations.GetValueOrDefault(operationId);

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
