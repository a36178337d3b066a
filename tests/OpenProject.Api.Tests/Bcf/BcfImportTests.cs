using System.Globalization;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;
using static OpenProject.Api.Tests.Bcf.BcfArchives;

namespace OpenProject.Api.Tests.Bcf;

/// <summary>What comes in of archives, whose it is then, and that nothing comes in that is not what it seems.</summary>
[OnEachDatabase]
public sealed class BcfImportTests(DatabaseProvider provider)
{
    private const string Topics = Project + "/topics";
    private const string Guid = "22222222-2222-4222-8222-222222222222";
    private const string CommentGuid = "11111111-1111-4111-8111-111111111111";
    private const string Whole = $"""<Markup><Topic Guid="{Guid}"><Title>Whole</Title></Topic></Markup>""";

    private ApiServer server = null!;
    private HttpClient client = null!;

    [SetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
        await server.UseModelsAsync("demo-project");
    }

    [TearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_topic_that_the_archive_knows_newer_is_updated_and_what_the_project_does_not_know_is_told()
    {
        var made = await client.PostJsonAsync(Topics, new { title = "Old" });
        var guid = made["guid"].GetString()!;
        var markup = $"""
            <Markup><Topic Guid="{guid}" TopicType="Unheard of" TopicStatus="New"><Title>New title</Title><ModifiedDate>2100-01-01T00:00:00+01:00</ModifiedDate></Topic>
            <Comment Guid="{CommentGuid}"><Date>2020-01-01T00:00:00Z</Date><Author>mira@example.net</Author><Comment>From afar</Comment></Comment></Markup>
            """;

        var import = await client.ImportAsync(Archive("2.1", ($"{guid}/markup.bcf", markup)));

        Assert.That((import["updated"].GetInt32(), import["warnings"].GetArrayLength()), Is.EqualTo((1, 1)), import.Text);
        Assert.That((await client.GetJsonAsync($"{Topics}/{guid}"))["title"].GetString(), Is.EqualTo("New title"));
        Assert.That((await client.GetJsonAsync($"{Topics}/{guid}/comments/{CommentGuid}"))["comment"].GetString(), Is.EqualTo("From afar"));

        var older = markup.Replace("2100-", "2000-", StringComparison.Ordinal).Replace("New title", "Older", StringComparison.Ordinal);
        await client.ImportAsync(Archive("2.0", ($"{guid}\\markup.bcf", older)));
        Assert.That((await client.GetJsonAsync($"{Topics}/{guid}"))["title"].GetString(), Is.EqualTo("New title"));
    }

    [Test]
    public async Task Authors_and_times_are_those_of_the_archive_where_the_author_is_a_member_and_the_importer_may_speak_for_others()
    {
        var markup = $"""
            <Markup><Topic Guid="{Guid}"><Title>Elsewhere</Title><CreationDate>2019-05-06T07:08:09.123Z</CreationDate><CreationAuthor>MIRA@example.net</CreationAuthor></Topic>
            <Comment Guid="{CommentGuid}"><Date>2019-06-07T00:00:00+02:00</Date><Author>jonas@example.net</Author><Comment>Mine</Comment></Comment>
            <Comment Guid="33333333-3333-4333-8333-333333333333"><Date>2119-06-07T00:00:00Z</Date><Author>stranger@example.org</Author><Comment>Whose?</Comment></Comment></Markup>
            """;
        var import = await client.ImportAsync(Archive("2.1", ("a/markup.bcf", markup)));

        Assert.That((import["created"].GetInt32(), import["warnings/0"].GetString()), Is.EqualTo((1, $"{Guid}: 'stranger@example.org' is no member of the project; what he wrote is the importer's.")), import.Text);
        var topic = await client.GetJsonAsync($"{Topics}/{Guid}");
        var me = (await client.GetJsonAsync(ApiModels.Root + "/current-user"))["id"].GetString();
        Assert.That((topic["creation_author"].GetString(), topic["creation_date"].GetString()), Is.EqualTo(("mira@example.net", "2019-05-06T07:08:09.123Z")));
        Assert.That(topic["modified_author"].GetString(), Is.EqualTo(me), "The journal tells who brought it.");
        Assert.That(topic["modified_date"].GetString(), Does.Not.StartWith("2019"));
        var said = (await client.GetJsonAsync($"{Topics}/{Guid}/comments?$orderby=date")).Body;
        Assert.That((said[0].GetProperty("author").GetString(), said[0].GetProperty("date").GetString()), Is.EqualTo(("jonas@example.net", "2019-06-06T22:00:00.000Z")));
        Assert.That(said[0].GetProperty("modified_author").GetString(), Is.EqualTo(me), "Who brought it is told of what others have said, too.");
        Assert.That(said[0].GetProperty("modified_date").GetString(), Does.Not.StartWith("2019"));
        var brought = (await client.GetJsonAsync($"{Topics}/{Guid}/comments/{CommentGuid}/events")).Body.EnumerateArray().Select(e => e.GetProperty("author").GetString());
        Assert.That(brought, Is.EqualTo(new[] { "jonas@example.net", me }));
        Assert.That(said[1].GetProperty("author").GetString(), Is.EqualTo(me));
        Assert.That(said[1].GetProperty("date").GetDateTime(), Is.LessThan(new DateTime(2110, 1, 1, 0, 0, 0, DateTimeKind.Utc)), "Nothing was said in the future.");
        var events = await client.GetJsonAsync($"{Topics}/{Guid}/events?$filter=type eq 'topic_created'");
        Assert.That(events["0/author"].GetString(), Is.EqualTo(me));

        // A member may not change what others say, so he does not say it for them either.
        using var mira = await server.ClientOfAsync("mira");
        var other = markup.Replace(Guid, "44444444-4444-4444-8444-444444444444", StringComparison.Ordinal).Replace(CommentGuid, "55555555-5555-4555-8555-555555555555", StringComparison.Ordinal);
        var hers = await mira.ImportAsync(Archive("2.1", ("a/markup.bcf", other)));
        Assert.That(hers["created"].GetInt32(), Is.EqualTo(1), hers.Text);
        var comments = (await client.GetJsonAsync($"{Topics}/44444444-4444-4444-8444-444444444444/comments")).Body.EnumerateArray().Select(c => c.GetProperty("author").GetString());
        Assert.That(comments, Has.Exactly(2).EqualTo("mira@example.net"));
    }

    [Test]
    public async Task What_a_stopped_import_has_not_taken_comes_with_the_next_one_and_nothing_twice()
    {
        var bare = $"""<Markup><Topic Guid="{Guid}"><Title>Whole</Title><ModifiedDate>2019-01-01T00:00:00Z</ModifiedDate><BimSnippet SnippetType=".ifc" isExternal="false"><Reference>a.ifc</Reference><ReferenceSchema>IFC4</ReferenceSchema></BimSnippet></Topic></Markup>""";
        var whole = bare.Replace("<Markup>", """<Markup><Header><File IfcProject="p"><Filename>m.ifc</Filename></File></Header>""", StringComparison.Ordinal)
            .Replace("</Topic>", """<DocumentReference Guid="66666666-6666-4666-8666-666666666666" isExternal="false"><ReferencedDocument>../plan.pdf</ReferencedDocument></DocumentReference><DocumentReference isExternal="true"><ReferencedDocument>https://example.com/x</ReferencedDocument></DocumentReference></Topic>""", StringComparison.Ordinal);
        await client.ImportAsync(Archive("2.1", ("t/markup.bcf", bare)));
        var archive = Archive("2.1", ("t/markup.bcf", whole), ("t/a.ifc", "snippet"), ("plan.pdf", "plan"));

        for (var time = 0; time < 2; time++)
        {
            var import = await client.ImportAsync(archive);
            Assert.That((import["unchanged"].GetInt32(), import["warnings"].GetArrayLength()), Is.EqualTo((1, 0)), import.Text);
            Assert.That((await client.GetJsonAsync($"{Topics}/{Guid}/files"))["0/file_name"].GetString(), Is.EqualTo("m.ifc"));
            Assert.That((await client.GetJsonAsync($"{Topics}/{Guid}/snippet")).Text, Is.EqualTo("snippet"));
            var references = await client.GetJsonAsync($"{Topics}/{Guid}/document_references");
            Assert.That(references.Body.EnumerateArray().Count(), Is.EqualTo(2), references.Text);
            Assert.That(references["0/guid"].GetString(), Is.EqualTo("66666666-6666-4666-8666-666666666666"));
            Assert.That((await client.GetJsonAsync(Project + "/documents")).Body.GetArrayLength(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task What_cannot_be_taken_is_told_and_everything_else_comes_in()
    {
        await client.PostJsonAsync("/api/v3/projects", new { name = "Elsewhere" });
        var elsewhere = await server.UseModelsAsync("elsewhere");
        var taken = (await client.PostJsonAsync(elsewhere, new { title = "There" }))["guid"].GetString()!;
        var wrong = $"""
            <Markup><Topic Guid="{Guid}"><Title>Here</Title><DocumentReference isExternal="true"><ReferencedDocument>ftp://example.com</ReferencedDocument></DocumentReference>
            <DocumentReference isExternal="false"><ReferencedDocument>missing.pdf</ReferencedDocument></DocumentReference></Topic>
            <Viewpoints Guid="77777777-7777-4777-8777-777777777777"><Viewpoint>v.bcfv</Viewpoint></Viewpoints></Markup>
            """;
        var import = await client.ImportAsync(Archive(
            "2.1",
            ("a/markup.bcf", Whole.Replace(Guid, taken, StringComparison.Ordinal)),
            ("b/markup.bcf", wrong),
            ("b/v.bcfv", """<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><VisualizationInfo>&y;</VisualizationInfo>"""),
            ("c/markup.bcf", Whole.Replace(Guid, CommentGuid, StringComparison.Ordinal))));

        Assert.That((int)import.Status, Is.EqualTo(200), import.Text);
        Assert.That(import["created"].GetInt32(), Is.EqualTo(2), import.Text);
        Assert.That(
            import["warnings"].EnumerateArray().Select(w => w.GetString()![..50].Split(": ")[1]),
            Is.EqualTo(new[] { "The topic is", "The document", "The document", "The viewpoin" }), import.Text);
        Assert.That(import.Text, Does.Not.Contain("root:"));
        Assert.That((await client.GetJsonAsync(elsewhere)).Body.GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task Files_that_are_not_there_are_told_and_what_names_them_comes_in()
    {
        var markup = $"""
            <Markup><Topic Guid="{Guid}"><Title>Here</Title><BimSnippet SnippetType=".ifc" isExternal="false"><Reference>a.ifc</Reference><ReferenceSchema>IFC4</ReferenceSchema></BimSnippet></Topic>
            <Viewpoints Guid="77777777-7777-4777-8777-777777777777"><Viewpoint>v.bcfv</Viewpoint><Snapshot>s.png</Snapshot></Viewpoints></Markup>
            """;
        const string View = """
            <VisualizationInfo><PerspectiveCamera><CameraViewPoint><X>1</X><Y>1</Y><Z>1</Z></CameraViewPoint><CameraDirection><X>1</X><Y>0</Y><Z>0</Z></CameraDirection>
            <CameraUpVector><X>0</X><Y>0</Y><Z>1</Z></CameraUpVector><FieldOfView>60</FieldOfView></PerspectiveCamera></VisualizationInfo>
            """;

        var import = await client.ImportAsync(Archive("2.1", ("t/markup.bcf", markup), ("t/v.bcfv", View)));

        Assert.That(import["warnings"].EnumerateArray().Select(w => w.GetString()), Is.EqualTo(new[]
        {
            $"{Guid}: The snippet's file is left out. It is not there.",
            $"{Guid}: The file 's.png' of the viewpoint 77777777-7777-4777-8777-777777777777 is left out. It is not there.",
        }), import.Text);
        Assert.That((int)(await client.GetJsonAsync($"{Topics}/{Guid}/viewpoints/77777777-7777-4777-8777-777777777777")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task What_is_refused_half_written_ends_no_import()
    {
        const string Reference = """<DocumentReference Guid="88888888-8888-4888-8888-888888888888" isExternal="true"><ReferencedDocument>https://example.com/x</ReferencedDocument></DocumentReference>""";
        await client.ImportAsync(Archive("2.1", ("a/markup.bcf", Whole)));
        var twice = Whole.Replace("</Topic>", Reference + Reference + "</Topic>", StringComparison.Ordinal);
        var import = await client.ImportAsync(Archive("2.1", ("a/markup.bcf", twice), ("b/markup.bcf", Whole.Replace(Guid, CommentGuid, StringComparison.Ordinal))));

        Assert.That(((int)import.Status, import["created"].GetInt32(), import["warnings"].GetArrayLength()), Is.EqualTo((200, 1, 1)), import.Text);
        Assert.That((await client.GetJsonAsync($"{Topics}/{Guid}/document_references")).Body.GetArrayLength(), Is.EqualTo(1));
        Assert.That((int)(await client.GetJsonAsync($"{Topics}/{CommentGuid}")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Lists_of_version_3_are_read()
    {
        var markup = $"""
            <Markup><Header><Files><File IfcProject="p" IsExternal="true"><Filename>m.ifc</Filename><Reference>https://example.com/m</Reference></File></Files></Header>
            <Topic Guid="{Guid}" TopicType="Task" TopicStatus="New"><ReferenceLinks><ReferenceLink>https://example.com</ReferenceLink></ReferenceLinks><Title>Third</Title>
            <Labels><Label>MEP</Label><Label>Own</Label></Labels><BimSnippet SnippetType=".ifc" IsExternal="false"><Reference>a.ifc</Reference><ReferenceSchema>IFC4</ReferenceSchema></BimSnippet>
            <DocumentReferences><DocumentReference Guid="66666666-6666-4666-8666-666666666666"><DocumentGuid>88888888-8888-4888-8888-888888888888</DocumentGuid><Description>Plan</Description></DocumentReference>
            <DocumentReference Guid="99999999-9999-4999-8999-999999999999"><Url>https://example.com/x</Url></DocumentReference></DocumentReferences>
            <RelatedTopics><RelatedTopic Guid="aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"/></RelatedTopics>
            <Comments><Comment Guid="{CommentGuid}"><Date>2020-01-01T00:00:00Z</Date><Author>mira@example.net</Author><Comment>Said</Comment><Viewpoint Guid="77777777-7777-4777-8777-777777777777"/></Comment></Comments>
            <Viewpoints><ViewPoint Guid="77777777-7777-4777-8777-777777777777"><Viewpoint>v.bcfv</Viewpoint></ViewPoint></Viewpoints></Topic></Markup>
            """;
        const string view = """
            <VisualizationInfo Guid="77777777-7777-4777-8777-777777777777"><Components><Visibility DefaultVisibility="true"><ViewSetupHints SpacesVisible="true"/></Visibility>
            <Coloring><Color Color="FF0000"><Components><Component IfcGuid="2MF28NhmDBiRVyFakgdbCT"/></Components></Color></Coloring></Components>
            <Bitmaps><Bitmap><Format>png</Format><Reference>b.png</Reference><Location><X>1</X><Y>1</Y><Z>1</Z></Location><Normal><X>1</X><Y>1</Y><Z>1</Z></Normal><Up><X>1</X><Y>1</Y><Z>1</Z></Up><Height>1</Height></Bitmap></Bitmaps></VisualizationInfo>
            """;
        var import = await client.ImportAsync(Zip(
            ("bcf.version", Bytes("""<Version VersionId="3.0"/>""")), ("t/markup.bcf", Bytes(markup)), ("t/v.bcfv", Bytes(view)), ("t/a.ifc", Bytes("snippet")),
            ("t/b.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), ("documents/88888888-8888-4888-8888-888888888888", Bytes("plan")),
            ("documents.xml", Bytes("""<DocumentInfo><Documents><Document Guid="88888888-8888-4888-8888-888888888888"><Filename>plan.pdf</Filename></Document></Documents></DocumentInfo>"""))));

        Assert.That((import["created"].GetInt32(), import["warnings"].GetArrayLength()), Is.EqualTo((1, 0)), import.Text);
        var path = $"{Topics}/{Guid}";
        var topic = await client.GetJsonAsync(path);
        Assert.That(topic["labels"].EnumerateArray().Select(l => l.GetString()), Is.EqualTo(new[] { "MEP", "Own" }));
        Assert.That(topic["reference_links/1"].GetString(), Is.EqualTo("https://example.com"));
        Assert.That((await client.GetJsonAsync(path + "/snippet")).Text, Is.EqualTo("snippet"));
        Assert.That((await client.GetJsonAsync(path + "/files"))["0/file_name"].GetString(), Is.EqualTo("m.ifc"));
        Assert.That((await client.GetJsonAsync(path + "/related_topics"))["0/related_topic_guid"].GetString(), Does.StartWith("aaaaaaaa"));
        Assert.That((await client.GetJsonAsync(path + "/document_references")).Body.GetArrayLength(), Is.EqualTo(2));
        Assert.That((await client.GetJsonAsync(Project + "/documents"))["0/filename"].GetString(), Is.EqualTo("plan.pdf"));
        Assert.That((await client.GetJsonAsync(path + "/comments"))["0/viewpoint_guid"].GetString(), Does.StartWith("77777777"));
        var shown = path + "/viewpoints/77777777-7777-4777-8777-777777777777";
        Assert.That((await client.GetJsonAsync(shown + "/visibility"))["visibility/view_setup_hints/spaces_visible"].GetBoolean(), Is.True);
        Assert.That((await client.GetJsonAsync(shown + "/coloring"))["coloring/0/components/0/ifc_guid"].GetString(), Is.EqualTo("2MF28NhmDBiRVyFakgdbCT"));
        Assert.That((await client.GetJsonAsync(shown))["bitmaps/0/bitmap_type"].GetString(), Is.EqualTo("png"));
    }

    [Test]
    public async Task What_is_not_what_it_seems_is_refused_for_what_it_is_and_leaves_nothing()
    {
        var bomb = Whole.Replace("</Topic>", $"<Description>{new string(' ', 20_000_000)}</Description></Topic>", StringComparison.Ordinal);
        const string entity = $"""<!DOCTYPE Markup [<!ENTITY x SYSTEM "file:///etc/passwd">]><Markup><Topic Guid="{Guid}"><Title>&x;</Title></Topic></Markup>""";
        var many = Enumerable.Range(0, 20_001).Select(n => (n.ToString(CultureInfo.InvariantCulture), "")).ToArray();
        foreach (var (what, archive, reason) in new[]
        {
            ("no zip", Bytes("nothing"), "It is no zip archive."),
            ("a bomb", Archive("2.1", ("a/markup.bcf", bomb)), "'a/markup.bcf' unpacks to far more than it is."),
            ("traversal", Archive("2.1", ("../../markup.bcf", Whole)), "A name in it leads out of it."),
            ("traversal with backslashes", Archive("2.1", ("..\\..\\markup.bcf", Whole)), "A name in it leads out of it."),
            ("an absolute path", Archive("2.1", ("/etc/markup.bcf", Whole)), "A name in it leads out of it."),
            ("a drive", Archive("2.1", ("C:\\a\\markup.bcf", Whole)), "A name in it leads out of it."),
            ("too many", Archive("2.1", [("a/markup.bcf", Whole), .. many]), "It has too many files."),
            ("an entity", Archive("2.1", ("a/markup.bcf", entity)), "'a/markup.bcf' cannot be read: "),
            ("an entity after a whole topic", Archive("2.1", ("a/markup.bcf", Whole), ("b/markup.bcf", entity)), "'b/markup.bcf' cannot be read: "),
            ("no version", Zip(("a/markup.bcf", Bytes(Whole))), "It is not of version 2.0, 2.1 or 3.0."),
            ("another version", Archive("9.9", ("a/markup.bcf", Whole)), "It is not of version 2.0, 2.1 or 3.0."),
            ("broken XML", Archive("2.1", ("a/markup.bcf", Whole[..^1])), "'a/markup.bcf' cannot be read: "),
            ("no topic", Archive("2.1", ("a/markup.bcf", "<Markup/>")), "'a/markup.bcf' has no topic."),
            ("no guid", Archive("2.1", ("a/markup.bcf", "<Markup><Topic/></Markup>")), "'a/markup.bcf' has a topic without guid."),
        })
        {
            var answer = await client.ImportAsync(archive);
            Assert.That((int)answer.Status, Is.EqualTo(422), what + answer);
            Assert.That(answer["message"].GetString(), Does.StartWith("The archive is refused. " + reason), what);
            Assert.That(answer.Text, Does.Not.Contain("root:"));
        }

        Assert.That((await client.GetJsonAsync(Topics)).Text, Is.EqualTo("[]"));
        Assert.That((await client.ImportAsync(Archive("2.1", ("a/markup.bcf", Whole))))["created"].GetInt32(), Is.EqualTo(1), "What they all have in common is taken.");
    }

    [Test]
    public async Task An_archive_that_is_too_large_is_refused_and_nobody_imports_who_may_not_write()
    {
        using var small = new ApiServer(provider, ("Bcf:MaxArchiveBytes", "4096"));
        await small.UseModelsAsync("demo-project");
        using var caller = small.Client();
        Assert.That((int)(await caller.ImportAsync(new byte[5000])).Status, Is.EqualTo(413));

        // Each file is small, and shrinks no more than others; all together are more than ten times as large as archives may be.
        var texts = Enumerable.Range(0, 5).Select(n => ($"{n}.txt", string.Concat(Enumerable.Range(0, 2600).Select(i => $"{i % 7} {n}")))).ToArray();
        var unpacking = await caller.ImportAsync(Archive("2.1", [("a/markup.bcf", Whole), .. texts]));
        Assert.That((int)unpacking.Status, Is.EqualTo(200), "Forty thousand bytes are within it: " + unpacking.Text);
        var more = await caller.ImportAsync(Archive("2.1", [("a/markup.bcf", Whole), .. texts, ("5.txt", texts[0].Item2)]));
        Assert.That((int)more.Status, Is.EqualTo(413), more.Text);

        using var jonas = await server.ClientOfAsync("jonas");
        Assert.That((int)(await jonas.ImportAsync(Archive("2.1"))).Status, Is.EqualTo(403));
        using var nobody = await server.ClientOfAsync("nobody");
        Assert.That((int)(await nobody.GetJsonAsync(Project + "/bcfzip")).Status, Is.EqualTo(403));
    }
}
