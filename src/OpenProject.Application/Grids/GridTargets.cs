using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Grids;

namespace OpenProject.Application.Grids;

/// <summary>What the links of grids may lead to.</summary>
public sealed class GridTargets
{
    /// <summary>The folder of the pages that everybody has for himself.</summary>
    public static ResourcePath Pages { get; } = new("/my");

    /// <summary>The pages that may have a grid.</summary>
    public AllowedValues<Grid, GridDto> Scopes { get; } = new OnlyMyPage();

    private sealed class OnlyMyPage : AllowedValues<Grid, GridDto>
    {
        public override Task<bool> AllowsAsync(Draft<Grid, GridDto> draft, LinkTarget wanted, ResourceReader reader, CancellationToken cancellationToken) =>
            Task.FromResult($"{wanted.Path.Value}/{wanted.Key}" == Grid.MyPage);
    }
}
