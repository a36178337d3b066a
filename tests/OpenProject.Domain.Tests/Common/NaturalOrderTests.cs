using OpenProject.Domain.Common;

namespace OpenProject.Domain.Tests.Common;

internal sealed class NaturalOrderTests
{
    [Test]
    public void Numbers_in_names_count_as_numbers()
    {
        string[] expected = ["1.9", "1.10", "1.10 beta", "2", "10.0", "Release 9", "release 10", "Release 010.1"];

        Assert.That(
            expected.Reverse().OrderBy(name => NaturalOrder.KeyOf(name, 300), StringComparer.Ordinal),
            Is.EqualTo(expected));
    }

    [Test]
    public void A_key_fits_its_column() =>
        Assert.That(NaturalOrder.KeyOf(string.Concat(Enumerable.Repeat("1a", 100)), 60), Has.Length.EqualTo(60));
}
