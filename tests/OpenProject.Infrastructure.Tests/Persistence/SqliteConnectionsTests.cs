using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Tests.Persistence;

/// <summary>What contexts of SQLite borrow, and what stays prepared.</summary>
internal sealed class SqliteConnectionsTests
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");
    private SqliteConnections connections = null!;

    [SetUp]
    public void SetUp() => connections = new SqliteConnections(SqliteSynchronous.Normal);

    [TearDown]
    public void TearDown()
    {
        connections.Dispose();
        SqliteConnection.ClearAllPools();
        foreach (var path in Directory.GetFiles(Path.GetTempPath(), $"{Path.GetFileName(file)}*"))
            File.Delete(path);
    }

    [Test]
    public void A_statement_is_prepared_once_for_a_connection_and_runs_with_the_values_of_each_time()
    {
        var connection = Borrow();
        var first = connection.Take("SELECT $a + 1");
        connection.Keep(first);

        Assert.Multiple(() =>
        {
            Assert.That(Scalar(connection, "SELECT $a + 1", 1), Is.EqualTo(2));
            Assert.That(Scalar(connection, "SELECT $a + 1", 41), Is.EqualTo(42));
            Assert.That(connection.Take("SELECT $a + 1"), Is.SameAs(first));
        });
    }

    [Test]
    public void Two_readers_of_the_same_text_do_not_share_a_statement()
    {
        var connection = Borrow();
        const string numbers = "SELECT 1 UNION ALL SELECT 2 ORDER BY 1";
        using var first = Command(connection, numbers);
        using var second = Command(connection, numbers);
        using var one = first.ExecuteReader();
        using var other = second.ExecuteReader();
        one.Read();
        one.Read();
        other.Read();

        Assert.That((one.GetInt32(0), other.GetInt32(0)), Is.EqualTo((2, 1)));
    }

    [Test]
    public void A_statement_that_failed_runs_again()
    {
        var connection = Borrow();
        Scalar(connection, "CREATE TABLE t (a INTEGER PRIMARY KEY)");
        Scalar(connection, "INSERT INTO t VALUES ($a)", 1);

        Assert.That(() => Scalar(connection, "INSERT INTO t VALUES ($a)", 1), Throws.InstanceOf<SqliteException>());
        Scalar(connection, "INSERT INTO t VALUES ($a)", 2);
        Assert.That(Scalar(connection, "SELECT COUNT(*) FROM t"), Is.EqualTo(2));
    }

    [Test]
    public void A_prepared_statement_follows_the_tables_as_they_change()
    {
        var connection = Borrow();
        Scalar(connection, "CREATE TABLE t (a INTEGER)");
        Scalar(connection, "INSERT INTO t VALUES (1)");
        Assert.That(Read(connection, "SELECT * FROM t"), Is.EqualTo(1));
        Scalar(connection, "ALTER TABLE t ADD b INTEGER");
        Assert.That(Read(connection, "SELECT * FROM t"), Is.EqualTo(2));
    }

    [Test]
    public void No_more_commands_are_kept_than_said()
    {
        var connection = Borrow();
        for (var i = 0; i < SqlitePreparedConnection.MostPrepared; i++)
            connection.Keep(connection.Take($"SELECT {i}"));
        var (first, second, third) = (connection.Take("SELECT 0"), connection.Take("SELECT 1"), connection.Take("SELECT 2"));
        connection.Keep(third);
        connection.Keep(second);
        connection.Keep(first);
        var fourth = connection.Take("SELECT 3");
        connection.Keep(fourth);
        Enumerable.Range(4, SqlitePreparedConnection.MostPrepared - 4).ToList().ForEach(i => connection.Keep(connection.Take($"SELECT {i}")));
        connection.Keep(connection.Take("SELECT 'new'"));

        Assert.Multiple(() =>
        {
            Assert.That(connection.Prepared, Is.EqualTo(SqlitePreparedConnection.MostPrepared));
            Assert.That(connection.Take("SELECT 2"), Is.Not.SameAs(third), "it was not used for the longest time");
            Assert.That(connection.Take("SELECT 1"), Is.SameAs(second));
            Assert.That(connection.Take("SELECT 0"), Is.SameAs(first));
            Assert.That(connection.Take("SELECT 3"), Is.SameAs(fourth));
        });
    }

    [Test]
    public void What_was_not_committed_is_undone_when_a_connection_is_given_back()
    {
        var connection = Borrow();
        Scalar(connection, "CREATE TABLE t (a INTEGER)");
        connection.BeginTransaction();
        Scalar(connection, "INSERT INTO t VALUES (1)");
        connections.GiveBack(connection);

        var again = Borrow();
        Assert.Multiple(() =>
        {
            Assert.That(again, Is.SameAs(connection), "the last one given back is the first to be borrowed");
            Assert.That(Scalar(again, "SELECT COUNT(*) FROM t"), Is.Zero);
        });
    }

    [Test]
    public async Task A_context_gives_its_connection_back_after_each_statement()
    {
        await using var one = Context();
        await using var other = Context();
        await one.Database.ExecuteSqlRawAsync("CREATE TABLE t (a INTEGER)");
        await other.Database.ExecuteSqlRawAsync("INSERT INTO t VALUES (1)");
        var count = await one.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM t").SingleAsync();
        var (first, second) = (Borrow(), Borrow());

        Assert.Multiple(() =>
        {
            Assert.That(count, Is.EqualTo(1));
            Assert.That(first.Prepared, Is.GreaterThan(2), "both contexts used the same");
            Assert.That(second.Prepared, Is.Zero);
        });
        connections.GiveBack(first);
        connections.GiveBack(second);
    }

    [Test]
    public async Task A_context_whose_transaction_was_forgotten_leaves_nothing_behind()
    {
        await using (var context = Context())
        {
            await context.Database.ExecuteSqlRawAsync("CREATE TABLE t (a INTEGER)");
            await context.Database.BeginTransactionAsync();
            await context.Database.ExecuteSqlRawAsync("INSERT INTO t VALUES (1)");
        }

        Assert.That(Scalar(Borrow(), "SELECT COUNT(*) FROM t"), Is.Zero);
    }

    private static SqliteCommand Command(SqlitePreparedConnection connection, string text, params object[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var value in values)
            command.Parameters.AddWithValue("$a", value);
        return command;
    }

    private static object? Scalar(SqlitePreparedConnection connection, string text, params object[] values)
    {
        using var command = Command(connection, text, values);
        return command.ExecuteScalar();
    }

    private static int Read(SqlitePreparedConnection connection, string text)
    {
        using var command = Command(connection, text);
        using var reader = command.ExecuteReader();
        reader.Read();
        return reader.FieldCount;
    }

    private SqlitePreparedConnection Borrow() => connections.Borrow($"Data Source={file}");

    private DbContext Context() => new(new DbContextOptionsBuilder().UseOpenProjectSqlite($"Data Source={file}").UseConnections(connections).Options);
}
