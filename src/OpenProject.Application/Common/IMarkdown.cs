namespace OpenProject.Application.Common;
public interface IMarkdown { string ToHtml(string? markdown); }
