using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OpenProject.Api.Pages;

/// <summary>A time, UTC to the minute: <c>&lt;moment at="@token.CreatedAt" /&gt;</c>; nothing where there is none.</summary>
[HtmlTargetElement("moment", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MomentTag : TagHelper
{
    /// <summary>When, UTC.</summary>
    public DateTime? At { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (At is not { } time)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", time.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture));
        output.Content.Append(time.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
    }
}
