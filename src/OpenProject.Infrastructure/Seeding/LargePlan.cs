namespace OpenProject.Infrastructure.Seeding;

/// <summary>Makes up work and names; the same for the same numbers.</summary>
internal static class LargePlan
{
    // A branch: an epic with three features, each with two pieces of work.
    private const int Features = 3;
    private const int PiecesOfFeature = 2;

    /// <summary>Work packages of one branch.</summary>
    public const int BranchSize = 1 + (Features * (1 + PiecesOfFeature));

    private static readonly string[] FirstNames =
        ["Ada", "Bela", "Chidi", "Dana", "Elif", "Farid", "Greta", "Hiro", "Ines", "Jules", "Kira", "Luca", "Maja", "Nils"];

    private static readonly string[] LastNames =
        ["Adler", "Berg", "Costa", "Dahl", "Egger", "Fischer", "Grün", "Haas", "Ito", "Jansen", "Koch", "Lang", "Mori", "Novak"];

    private static readonly string[] Verbs = ["Build", "Check", "Describe", "Measure", "Move", "Order", "Paint", "Plan", "Repair", "Replace", "Test"];
    private static readonly string[] Adjectives = ["blue", "electric", "first", "heavy", "light", "northern", "old", "round", "second", "small", "wooden"];
    private static readonly string[] Things = ["bridge", "crane", "door", "engine", "floor", "gate", "pump", "roof", "sensor", "stair", "tower", "wall", "window"];
    private static readonly string[] Priorities = ["Low", "Normal", "Normal", "Normal", "High", "Normal", "Immediate"];

    private static readonly string[] Texts =
    [
        "As agreed at the last meeting.", "See the **drawing** for the measures.", "- order the parts\n- mount them\n- have it inspected",
        "Costs are in the offer; `ask before you order`.",
    ];

    /// <summary>A person's names.</summary>
    public static (string First, string Last) Person(int number) => (Pick(FirstNames, number), Pick(LastNames, number / FirstNames.Length));

    /// <summary>A project's name.</summary>
    public static string ProjectName(int number) =>
        $"{char.ToUpperInvariant(Pick(Adjectives, number)[0])}{Pick(Adjectives, number)[1..]} {Pick(Things, number)} {number}";

    /// <summary>The work of a project, counted exactly.</summary>
    public static IEnumerable<DemoWork> Work(int seed, int count, IReadOnlyList<long> people, IReadOnlyList<long> versions, long category)
    {
        var next = seed;
        for (; count >= BranchSize; count -= BranchSize)
            yield return Piece("Epic", Repeat(Features, () => Piece("Feature", Repeat(PiecesOfFeature, () => Leaf()))));
        for (; count > 0; count--)
            yield return Leaf();

        DemoWork Leaf() => Piece(next % 5 == 0 ? "Bug" : "User story", []);

        DemoWork Piece(string type, DemoWork[] children)
        {
            var number = next++;
            var status = Pick(WorkPackageSeeds.StatusesOfTypes[type], number / 3);
            var hours = 1 + (number % 24);
            return new DemoWork(type, $"{Pick(Verbs, number)} the {Pick(Adjectives, number / 2)} {Pick(Things, number / 3)}", Pick(Texts, number))
            {
                Status = status,
                Priority = Pick(Priorities, number),
                Start = children.Length > 0 ? null : (number * 3 % 180) - 90,
                Days = 1 + (number % 9),
                Hours = children.Length > 0 ? null : hours,
                Left = status is "Closed" ? 0 : status is "New" ? hours : hours / 2,
                AssigneeId = number % 6 == 0 ? null : people[number % people.Count],
                VersionId = number % 3 == 0 ? null : versions[number % versions.Count],
                CategoryId = number % 4 == 0 ? category : null,
                Children = children,
            };
        }
    }

    private static DemoWork[] Repeat(int times, Func<DemoWork> make) => [.. Enumerable.Range(0, times).Select(_ => make())];

    private static string Pick(string[] from, int number) => from[number % from.Length];
}
