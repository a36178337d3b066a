using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OpenProject.Api.Pages;

/// <summary>
/// A field of a form with its label, hint and error, tied together for screen readers: <c>&lt;field name="username"
/// label="Username" /&gt;</c>. Attributes that it does not know go to the input.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTag : TagHelper
{
    /// <summary>The page.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The name under which it is sent; also its id.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it is.</summary>
    public string Label { get; set; } = "";

    /// <summary>What stands in it.</summary>
    public string? Value { get; set; }

    /// <summary>What to enter, where the label does not say it.</summary>
    public string? Hint { get; set; }

    /// <summary>How many lines it has; a single one when nothing is said.</summary>
    public int? Rows { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ModelState.TryGetValue(Name, out var entry) ? entry.Errors : [];
        var input = Input(output.Attributes, errors.Count > 0);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", errors.Count > 0 ? "field wrong" : "field");
        output.Content.AppendHtml(Text("label", "for", Name, Label));
        if (Hint is not null)
            output.Content.AppendHtml(Text("p", "id", HintId, Hint, "hint"));
        if (errors.Count > 0)
            output.Content.AppendHtml(Text("p", "id", ErrorId, string.Join(' ', errors.Select(error => error.ErrorMessage)), "error"));
        output.Content.AppendHtml(input);
    }

    private string HintId => Name + "-hint";

    private string ErrorId => Name + "-error";

    private TagBuilder Input(TagHelperAttributeList attributes, bool isWrong)
    {
        var input = Rows is { } rows ? Lines(rows) : Line();
        foreach (var attribute in attributes)
            input.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
        input.Attributes["id"] = Name;
        input.Attributes["name"] = Name;
        var described = string.Join(' ', new[] { Hint is null ? null : HintId, isWrong ? ErrorId : null }.OfType<string>());
        if (described.Length > 0)
            input.Attributes["aria-describedby"] = described;
        if (isWrong)
            input.Attributes["aria-invalid"] = "true";
        return input;
    }

    private TagBuilder Line()
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = "text";
        if (Value is not null)
            input.Attributes["value"] = Value;
        return input;
    }

    // Browsers leave out a line break right behind the tag.
    private TagBuilder Lines(int rows)
    {
        var input = new TagBuilder("textarea");
        input.Attributes["rows"] = rows.ToString(CultureInfo.InvariantCulture);
        input.InnerHtml.AppendHtml("\n").Append(Value ?? "");
        return input;
    }

    private static TagBuilder Text(string tag, string attribute, string value, string text, string? style = null)
    {
        var element = new TagBuilder(tag);
        element.Attributes[attribute] = value;
        if (style is not null)
            element.AddCssClass(style);
        element.InnerHtml.Append(text);
        return element;
    }
}
