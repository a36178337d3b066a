using System.Linq.Expressions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Bcf;

namespace OpenProject.Application.Bcf.OData;

/// <summary>
/// Labels, which are kept between line feeds in one text. <c>contains(labels, 'x')</c> and <c>labels eq 'x'</c> ask for those
/// that have the label x, as the standard's examples do; <c>labels/any(l: ...)</c> asks about each label.
/// </summary>
internal sealed class ODataLabels<TRow>(Expression<Func<TRow, string?>> lines) : ODataField<TRow>
{
    public override Expression<Func<TRow, bool>> Compare(ODataOperator comparison, ODataValue value) => (comparison, value.Text) switch
    {
        (ODataOperator.Equal, null) => lines.Is(l => l == null),
        (ODataOperator.NotEqual, null) => lines.Is(l => l != null),
        (ODataOperator.Equal, { } label) => Holding(BcfTopic.LineOf(label)),
        (ODataOperator.NotEqual, { } label) => Holding(BcfTopic.LineOf(label)).Not(),
        _ => throw NotSo("Labels are only compared by eq and ne."),
    };

    public override Expression<Func<TRow, bool>> Match(ODataMatch where, string text) =>
        where == ODataMatch.Inside ? Holding(BcfTopic.LineOf(text)) : throw NotSo("Labels are only asked what they contain.");

    public override Expression<Func<TRow, bool>> AnyOf(ODataNode? condition) => condition switch
    {
        null => lines.Is(l => l != null),
        ODataNode.Or either => AnyOf(either.Left).Or(AnyOf(either.Right)),
        ODataNode.Compare { Operator: ODataOperator.Equal, Value.Text: { } label } => Holding(BcfTopic.LineOf(label)),
        ODataNode.In some => some.Values.Select(v => Holding(BcfTopic.LineOf(v.Text ?? ""))).Aggregate((left, right) => left.Or(right)),
        ODataNode.Match { Where: ODataMatch.Inside } inside => Holding(inside.Text),
        ODataNode.Match { Where: ODataMatch.Start } start => Holding("\n" + start.Text),
        ODataNode.Match end => Holding(end.Text + "\n"),
        _ => throw NotSo("Each label is only asked by eq, in, contains, startswith, endswith and or."),
    };

    private Expression<Func<TRow, bool>> Holding(string part)
    {
        var pattern = Common.Text.Containing(part);
        return lines.Is(l => l != null && Common.Text.Like(l, pattern));
    }
}
