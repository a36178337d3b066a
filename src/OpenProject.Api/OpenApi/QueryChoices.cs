using OpenProject.Application.Resources;

namespace OpenProject.Api.OpenApi;

/// <summary>What a list can be asked for, in words, by the name of the parameter.</summary>
public sealed class QueryChoices : IResourceVisitor<IReadOnlyDictionary<string, string>>
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Visit<TEntity, TDto>(Resource<TEntity, TDto> resource)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var choices = new Dictionary<string, string>(StringComparer.Ordinal);
        if (resource.Filters.Count > 0)
        {
            choices["filters"] = "Filters:\n\n"
                + string.Join('\n', resource.Filters.Select(f => $"- `{f.Name}`: {string.Join(", ", f.Operators.Distinct().Select(o => $"`{o}`"))}"));
        }

        choices["sortBy"] = "Keys: " + Names(resource.Sorts.Select(s => s.Name)) + ".";
        if (resource.Groups.Count > 0)
            choices["groupBy"] = "Attributes: " + Names(resource.Groups.Select(g => g.Name)) + ".";
        if (resource.Sums.Count > 0)
            choices["showSums"] = "Summed: " + Names(resource.Sums.Select(s => s.Name)) + ".";
        return choices;
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Distinct().Select(n => $"`{n}`"));
}
