using GuidelineBench.Analysis.Engines;

namespace GuidelineBench.Reporting.Texts;

/// <summary>Which part of a guideline is the machine's and which an engine's, and what the engine spends its part on.</summary>
internal static class EngineSentences
{
    /// <summary>E.g. <c>ONNX Runtime 1.31.1</c>, with its execution provider where that is not the processor's.</summary>
    public static string Of(EngineFinding finding) =>
        $"{finding.Engine.Name} {finding.Engine.Version}{(finding.Verdict.Configuration?.Provider is { } provider ? $" ({provider})" : "")}";

    public static CardWord Word(EngineFinding finding) =>
        new(Of(finding), finding.Verdict.Verdict, RestsOn(finding), finding.Verdict.Effect, Split(finding));

    /// <summary>A line for readers and for programs, as those of our own kernels.</summary>
    public static string Line(EngineFinding finding, IEnumerable<GuidelineVerdict> all) =>
        $"{VerdictSentences.Id(finding.Verdict, all)} {VerdictSentences.Of(finding.Verdict.Verdict)}{(RestsOn(finding) is { } cause ? $" ({cause})" : "")} {Numbers.Estimate(finding.Verdict.Effect)} in {Of(finding)}: {Split(finding)}";

    /// <summary>E.g. <c>g=8 takes 1.49x: 1.07x is this machine's; the rest is the engine's: ...</c>.</summary>
    public static string Split(EngineFinding finding)
    {
        if (finding.Verdict.Headline is not { } headline || finding.Verdict.Effect is not { } effect)
            return $"{VerdictSentences.Reason(finding.Verdict)}";
        string scales = finding.Scales.Length > 1 ? $" ({string.Join(", ", finding.Scales.Select(scale => $"{scale.Scale.Label()} {Numbers.Ratio(scale.Ratio)}"))})" : "";
        string taken = $"{headline.Effect.Contrast.Against} takes {Numbers.Ratio(effect.Median)}{scales}";
        if (finding.Own?.Effect is not { } own)
            return $"{taken}; how much of it is this machine's is not known, as our kernels were not measured. {Why(finding)}".TrimEnd();
        string machines = $"{Numbers.Ratio(own.Median)} is this machine's, by the kernels of {finding.Own.Configuration?.Backend}";
        return effect.Median <= own.Median * (1 + EngineCause.WorthAWord)
            ? $"{taken}; {machines}, so the engine adds nothing to it."
            : Sentences.Joined($"{taken}: {machines}; the rest is the engine's{Causes(finding)}.", Controls(finding));
    }

    private static string? RestsOn(EngineFinding finding) => finding.RestsOnLayout ? "layout" : null;

    private static string Why(EngineFinding finding) => Causes(finding) is { Length: > 0 } causes ? $"What the engine spends it on{causes}." : "";

    /// <summary>Behind a colon; empty where the dumped graph shows nothing.</summary>
    private static string Causes(EngineFinding finding)
    {
        if (finding.Quoted is not { Cause: { } cause, Scale: var scale })
            return "";
        string[] causes = [.. Causes(cause, finding.Engine)];
        return causes.Length == 0 ? "" : $": {(finding.Scales.Length > 1 ? $"at {scale.Label()}, " : "")}{string.Join("; ", causes)}";
    }

    private static IEnumerable<string> Causes(EngineCause cause, EngineDescription engine)
    {
        EngineRun against = cause.Against;
        if (cause.LeavingLayout > 0)
        {
            int all = against.PlainConvolutions + against.BlockedConvolutions;
            yield return $"{(cause.LeavingLayout == all ? "no convolution" : $"{Numbers.Count(cause.LeavingLayout)} of {Numbers.Count(all)} convolutions do not")} take{(cause.LeavingLayout == all ? "s" : "")} its layout in blocks of {Numbers.Count(engine.BlockChannels)} channels{Rule(cause)}";
        }

        if (cause.Padding > 1 + EngineCause.WorthAWord)
            yield return $"channels are filled up to whole blocks of {Numbers.Count(engine.BlockChannels)}, so that {Numbers.Ratio(cause.Padding)} the multiply-adds are executed";
        (double Part, string Name)[] parts =
        [
            (cause.Convolutions, "the convolutions"),
            (cause.Elementwise, $"{NetworkNames.List([.. against.Operators.Where(type => type.Kind == EngineOperatorKind.Elementwise).Select(type => $"{Numbers.Count(type.Count)} {type.Type}")])} on their own"),
            (cause.Reorders, $"{Numbers.Of(against.Reorders, "operator")} between layouts ({Numbers.Count(cause.Baseline.Reorders)} in the other row)"),
        ];
        string[] said = [.. parts.Where(part => part.Part > EngineCause.WorthAWord).Select(part => $"{part.Name} add {Numbers.Ratio(part.Part)}")];
        if (said.Length > 0)
            yield return $"by its own profile {NetworkNames.List(said)}";
    }

    private static string Rule(EngineCause cause) => cause.Layout switch
    {
        { Reason: LayoutReason.GroupChannels } rule =>
            $" ({Numbers.Count(rule.Channels)} channels a group are no whole blocks), each runs as {Numbers.Count(rule.Groups)} small matrix products",
        { Reason: LayoutReason.InputChannels } rule => $" ({Numbers.Count(rule.Channels)} input channels are no multiple of {Numbers.Count(LayoutRule.ChannelMultiple)})",
        _ => "",
    };

    private static string Controls(EngineFinding finding) => finding.Control is { } control
        ? $"Where both rows have whole blocks it is {Numbers.Ratio(control)}."
        : "";
}
