using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Documents;

/// <param name="Sort">What rows are ordered by, where the text does not begin with the number.</param>
/// <param name="Title">For a reader who points at it.</param>
/// <param name="Columns">How many columns it takes.</param>
/// <param name="Chart">Of a column of pictures, else null: a model that exporters draw in place of the text.</param>
public readonly record struct Cell(Text Text, double? Sort = null, string? Title = null, int Columns = 1, RowOverTime? Chart = null)
{
    public static implicit operator Cell(string? text) => new(text ?? "");

    public static implicit operator Cell(Text text) => new(text);

    public static implicit operator Cell(Phrase phrase) => new(phrase);
}
