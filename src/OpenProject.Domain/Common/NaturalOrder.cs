using System.Text;

namespace OpenProject.Domain.Common;

/// <summary>A key whose plain text order is the order people expect of names with numbers: <c>1.9</c> before <c>1.10</c>.</summary>
public static class NaturalOrder
{
    private const int Digits = 10;

    /// <summary>The lower-case name with each run of digits padded to ten, cut to the limit.</summary>
    public static string KeyOf(string name, int limit)
    {
        var key = new StringBuilder(name.Length + Digits);
        for (var at = 0; at < name.Length && key.Length < limit;)
        {
            var run = at;
            while (run < name.Length && char.IsAsciiDigit(name[run]))
                run++;

            if (run == at)
            {
                key.Append(char.ToLowerInvariant(name[at++]));
                continue;
            }

            var number = name[at..run].TrimStart('0');
            key.Append(number.PadLeft(Digits, '0'));
            at = run;
        }

        return key.Length <= limit ? key.ToString() : key.ToString(0, limit);
    }
}
