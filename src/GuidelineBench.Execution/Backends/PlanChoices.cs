using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GuidelineBench.Core.Files;

namespace GuidelineBench.Execution.Backends;

/// <summary>
/// What a backend chose for each operator of a plan, before operators are merged into launches: kernel, layout and
/// tile in the backend's notation. As text it is stored in result files and read again to repeat a plan.
/// </summary>
/// <param name="Operators">In order of execution; a choice has no space, asterisk or parenthesis.</param>
public sealed partial record PlanChoices(ImmutableArray<string> Operators)
{
    /// <summary>Runs of operators that repeat, the shortest text that says so: <c>10*(pixels32:4x9 pixels32:2x9)</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (int first = 0; first < Operators.Length;)
        {
            (int period, int count) = LongestRepetition(first);
            string unit = string.Join(' ', Operators.Skip(first).Take(period));
            text.Append(first == 0 ? "" : " ");
            text.Append(count == 1 ? unit : string.Create(CultureInfo.InvariantCulture, $"{count}*({unit})"));
            first += period * count;
        }

        return text.ToString();
    }

    /// <exception cref="PlanException">The text is not one that <see cref="ToString"/> writes.</exception>
    public static PlanChoices Parse(string text)
    {
        var operators = ImmutableArray.CreateBuilder<string>();
        int position = 0;
        foreach (Match match in Part().Matches(text))
        {
            position += match.Length;
            int count = match.Groups["count"].Success ? Count(match.Groups["count"].Value) : 1;
            string[] unit = match.Groups["unit"].Value.Split(' ');
            if (operators.Count + (long)count * unit.Length > MostOperators)
                throw new PlanException($"The plan {LineText.Quoted(text)} has more than {MostOperators} operators.");
            for (int i = 0; i < count; i++)
                operators.AddRange(unit);
        }

        return position == text.Length && position > 0
            ? new PlanChoices(operators.ToImmutable())
            : throw new PlanException($"The plan {LineText.Quoted(text)} is not readable from its character {position + 1} on.");

        int Count(string digits) => int.TryParse(digits, CultureInfo.InvariantCulture, out int count) && count is > 0 and <= MostRepetitions
            ? count
            : throw new PlanException($"The plan {LineText.Quoted(text)} repeats {digits} times; 1 to {MostRepetitions} are allowed.");
    }

    public bool Equals(PlanChoices? other) => other is not null && Operators.SequenceEqual(other.Operators);

    public override int GetHashCode() => Operators.Aggregate(0, HashCode.Combine);

    /// <summary>Longest unit that is looked for, and most repetitions that are read.</summary>
    private const int MostOperatorsOfUnit = 8, MostRepetitions = 10_000;

    /// <summary>A hundred times as many as the largest network has; a text of a few bytes could ask for billions.</summary>
    private const int MostOperators = 100_000;

    private (int Period, int Count) LongestRepetition(int first)
    {
        (int Period, int Count) longest = (1, 1);
        for (int period = 1; period <= MostOperatorsOfUnit && first + 2 * period <= Operators.Length; period++)
        {
            int count = 1;
            while (first + (count + 1) * period <= Operators.Length && Equal(first, first + count * period, period))
                count++;
            if (count > 1 && period * count > longest.Period * longest.Count)
                longest = (period, count);
        }

        return longest;
    }

    private bool Equal(int a, int b, int length) =>
        Operators.AsSpan(a, length).SequenceEqual(Operators.AsSpan(b, length));

    [GeneratedRegex(@"\G(?:(?<count>[0-9]{1,9})\*\((?<unit>[^ *()]+(?: [^ *()]+)*)\)|(?<unit>[^ *()]+))(?: (?!$)|$)")]
    private static partial Regex Part();
}
