using OpenProject.Domain.Common;
using OpenProject.Domain.HelpTexts;

namespace OpenProject.Domain.Tests.HelpTexts;

internal sealed class HelpTextTests
{
    [TestCase(null)]
    [TestCase(" ")]
    public void A_help_text_says_something(string? text)
    {
        var help = HelpText.Create(HelpTextScope.Project, "status");

        Assert.That(() => help.Explain(text, html: null), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("helpText"));
    }
}
