using System.Text;
using System.Text.Json;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Callers;

/// <summary>What is sent with requests for which an empty body says nothing of permissions, as it is refused before they are looked at.</summary>
internal static class PermissionRequests
{
    private const string OneSchema = """[{"id":{"operator":"=","values":["3-1"]}}]""";

    /// <summary>What is added to the path.</summary>
    public static string QueryOf(string operation) => operation == "list_work_package_schemas" ? "?filters=" + Uri.EscapeDataString(OneSchema) : "";

    /// <summary>The body.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="path">The path that is asked.</param>
    /// <param name="method">The method, in lower case.</param>
    /// <param name="ids">Known ids, by their lists.</param>
    public static HttpContent? BodyOf(string operation, string path, string method, IReadOnlyDictionary<string, string> ids) => operation switch
    {
        "Preview_Markdown_document" or "Preview_plain_document" => new StringContent("text", Encoding.UTF8, "text/plain"),
        "Execute_custom_action" => Json(new { lockVersion = 0, _links = new { workPackage = new { href = "/api/v3/work_packages/1" } } }),
        "Comment_work_package" => Json(new { comment = new { raw = "A comment" } }),
        "toggle_activity_emoji_reaction" => Json(new { reaction = "heart" }),
        "update_week_days" => Json(Collection(new { working = false, _links = new { self = new { href = "/api/v3/days/week/7" } } })),
        "Add_watcher" => Json(new { user = new { href = "/api/v3/users/" + ids["/api/v3/users"] } }),
        "create_work_package_file_link" => Json(Collection(new { originData = new { id = "9", name = "a" }, _links = new { storage = new { href = "/api/v3/storages/" + ids["/api/v3/storages"] } } })),
        "create_storage_oauth_credentials" => Json(new { clientId = "a", clientSecret = "b" }),
        "create_storage_folder" => Json(new { name = "New", parentId = ids["folder"] }),
        "prepare_storage_file_upload" => Json(new { projectId = int.Parse(ids["project"], System.Globalization.CultureInfo.InvariantCulture), fileName = "new.txt", parent = ids["folder"] }),
        "Update_query_order" or "Replace_query_order" => Json(new { delta = new Dictionary<string, int>(StringComparer.Ordinal) { ["1"] = 1 } }),
        _ when method == "post" && path.EndsWith("/attachments", StringComparison.Ordinal) => File(),
        _ when method == "post" && path.EndsWith("/attachments/prepare", StringComparison.Ordinal) => Announcement(),
        _ => method == "get" ? null : new StringContent(method == "delete" ? "" : "{}", Encoding.UTF8, "application/json"),
    };

    private static object Collection(params object[] elements) => new { _embedded = new { elements } };

    private static StringContent Json(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");

    private static MultipartFormDataContent Announcement()
    {
        var metadata = ApiUploads.Metadata(new { fileName = "a.txt", fileSize = 1, contentType = "text/plain" });
        return new MultipartFormDataContent { { metadata.Content, metadata.Name } };
    }

    private static MultipartFormDataContent File()
    {
        var (metadata, file) = (ApiUploads.Metadata(new { fileName = "a.txt" }), ApiUploads.File([1]));
        return new MultipartFormDataContent { { metadata.Content, metadata.Name }, { file.Content, file.Name, "a.txt" } };
    }
}
