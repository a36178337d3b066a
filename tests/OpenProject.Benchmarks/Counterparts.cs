using System.Buffers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Benchmarks;

/// <summary>A bare Kestrel server that answers the measured requests by hand: what they cost when nothing is general.</summary>
internal static class Counterparts
{
    private static readonly byte[] Metadata = "{\"installation_uuid\":\"6f1a9b52-7f0e-4c58-9f0c-2f1a7e2d9b10\"}"u8.ToArray();

    private const string ScimRoot = "http://127.0.0.1:5320/scim_v2";

    public static async Task<int> ServeAsync(string directory, string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls(url);
        builder.Services.AddDbContextPool<SqliteDbContext>(options => options.UseOpenProjectSqlite(Database.ConnectionString(directory)));
        var app = builder.Build();
        var (list, insert) = (new WorkPackageList(directory), new WorkPackageInsert(directory));
        var (scim, bulk) = (new ScimUserList(directory, ScimRoot), new ScimUserInsert(directory));
        int total, people;
        using (var connection = Database.Open(directory))
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT COUNT(*) FROM work_packages w JOIN statuses s ON s.id = w.status_id WHERE NOT s.is_closed";
            total = Convert.ToInt32(command.ExecuteScalar());
            command.CommandText = "SELECT COUNT(*) FROM principals WHERE kind = 1";
            people = Convert.ToInt32(command.ExecuteScalar());
        }

        app.Run(async http =>
        {
            var path = http.Request.Path.Value!;
            if (path == "/bare")
            {
                await SendAsync(http, Metadata);
                return;
            }

            if (path == "/create")
            {
                using var body = await System.Text.Json.JsonDocument.ParseAsync(http.Request.Body);
                var id = await insert.InsertAsync(body.RootElement.GetProperty("subject").GetString()!);
                http.Response.StatusCode = StatusCodes.Status201Created;
                await SendAsync(http, System.Text.Encoding.UTF8.GetBytes($"{{\"id\":{id}}}"));
                return;
            }

            if (path == "/scim-bulk")
            {
                using var body = await System.Text.Json.JsonDocument.ParseAsync(http.Request.Body);
                var made = new ArrayBufferWriter<byte>(256 * 1024);
                using (var json = new System.Text.Json.Utf8JsonWriter(made))
                    bulk.Write(body.RootElement, json, ScimRoot);
                await SendAsync(http, made.WrittenMemory);
                return;
            }

            if (path == "/scim-users")
            {
                var users = new ArrayBufferWriter<byte>(64 * 1024);
                scim.Write(users, 100, people);
                await SendAsync(http, users.WrittenMemory);
                return;
            }

            var buffer = new ArrayBufferWriter<byte>(path == "/list" ? 512 * 1024 : 8 * 1024);
            if (path == "/list")
                list.Write(buffer, 100, total);
            else if (path.StartsWith("/one/", StringComparison.Ordinal))
                await WorkPackageOne.WriteAsync(http.RequestServices.GetRequiredService<SqliteDbContext>(), buffer, long.Parse(path["/one/".Length..]));
            await SendAsync(http, buffer.WrittenMemory);
        });
        await app.RunAsync();
        return 0;
    }

    private static async Task SendAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        http.Response.ContentType = "application/hal+json; charset=utf-8";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body);
    }
}
