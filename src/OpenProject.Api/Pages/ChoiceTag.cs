using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OpenProject.Api.Pages;

/// <summary>A checkbox with its label and hint: <c>&lt;choice name="scopes" value="mcp" label="MCP access" on="true" /&gt;</c>.</summary>
[HtmlTargetElement("choice", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoiceTag : TagHelper
{
    /// <summary>The name under which it is sent.</summary>
    public string Name { get; set; } = "";

    /// <summary>What is sent when it is checked.</summary>
    public string Value { get; set; } = "true";

    /// <summary>What it is.</summary>
    public string Label { get; set; } = "";

    /// <summary>What it does, where the label does not say it.</summary>
    public string? Hint { get; set; }

    /// <summary>Whether it is checked.</summary>
    public bool On { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // One of several has an id of its own; the group has the name's.
        var id = Value == "true" ? Name : $"{Name}-{Value}";
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "choice");
        output.Content.AppendHtml(Box(id)).AppendHtml(Texts(id));
    }

    private TagBuilder Box(string id)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = "checkbox";
        input.Attributes["id"] = id;
        input.Attributes["name"] = Name;
        input.Attributes["value"] = Value;
        if (On)
            input.Attributes["checked"] = "checked";
        if (Hint is not null)
            input.Attributes["aria-describedby"] = id + "-hint";
        return input;
    }

    private TagBuilder Texts(string id)
    {
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label);
        var texts = new TagBuilder("div");
        texts.InnerHtml.AppendHtml(label);
        if (Hint is not null)
        {
            var hint = new TagBuilder("p");
            hint.Attributes["id"] = id + "-hint";
            hint.AddCssClass("hint");
            hint.InnerHtml.Append(Hint);
            texts.InnerHtml.AppendHtml(hint);
        }

        return texts;
    }
}
