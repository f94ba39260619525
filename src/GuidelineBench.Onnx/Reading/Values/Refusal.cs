namespace GuidelineBench.Onnx.Reading.Values;

/// <summary>Refusals with numbers in them, which are the same in every culture.</summary>
internal static class Refusal
{
    public static RefusalException Of(FormattableString reason) => new(FormattableString.Invariant(reason));
}
