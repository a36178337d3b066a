using System.Text;

namespace OpenProject.Application.Resources;

/// <summary>Labels made from names.</summary>
public static class Labels
{
    /// <summary><c>startDate</c> becomes "Start date", <c>name_and_identifier</c> "Name and identifier".</summary>
    public static string Of(string name)
    {
        var label = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (label.Length == 0)
                label.Append(char.ToUpperInvariant(c));
            else if (c == '_')
                label.Append(' ');
            else if (char.IsUpper(c))
                label.Append(' ').Append(char.ToLowerInvariant(c));
            else
                label.Append(c);
        }

        return label.ToString();
    }
}
