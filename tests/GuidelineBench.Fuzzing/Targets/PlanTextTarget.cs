using System.Text;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>Plans as text.</summary>
internal static class PlanTextTarget
{
    public static FuzzTarget Create()
    {
        var samples = TargetCatalogue.Bytes(
            "pixels32:4x9", "10*(pixels32:6x26 pixels32:12x13) pixels32:flat", "rows:1v4x29/2 2*(rows:1b2x8 rows:flat) rows:flat", "9999*(a)");
        return new FuzzTarget("plan-text", 16, samples, TargetCatalogue.WordsOf(samples), input => Answer.Of<PlanException>(() =>
        {
            PlanChoices choices = PlanChoices.Parse(Encoding.UTF8.GetString(input));
            string text = choices.ToString();
            return PlanChoices.Parse(text) == choices ? text : throw new BrokenPromiseException("A plan changes when it is written and read again.");
        }));
    }
}
