using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Domain.WorkSchedule;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.WorkSchedule;

/// <summary>The days that nobody works on count in no duration.</summary>
[OnEachDatabase]
public sealed class CalendarTests(DatabaseProvider provider)
{
    private ApiServer server = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public void Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_holiday_makes_the_same_dates_shorter()
    {
        const string Path = "/api/v3/projects/demo-project/work_packages";
        var dates = new { subject = "Over Christmas", startDate = "2026-12-21", dueDate = "2027-01-01" };
        var before = await client.PostJsonAsync(Path, dates);
        await using (var scope = server.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<IAggregates<NonWorkingDay>>().Add(NonWorkingDay.Create(new DateOnly(2026, 12, 25), "Christmas"));
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
        }

        var after = await client.PostJsonAsync(Path, dates);

        Assert.That((before["duration"].GetString(), after["duration"].GetString()), Is.EqualTo(("P10D", "P9D")), after.ToString());
    }
}
