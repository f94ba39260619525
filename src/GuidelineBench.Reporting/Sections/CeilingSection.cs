namespace GuidelineBench.Reporting.Sections;

internal static class CeilingSection
{
    public static IEnumerable<Section> Of(MachineReport machine)
    {
        if (!machine.File.Ceilings.IsEmpty)
            yield return new Section(
                machine.Id("ceilings"),
                "Ceilings",
                new Paragraph("Limits measured in the same run: fused multiply-adds in registers, and the better of copy and triad at each level of memory."),
                Ceilings(machine.File));
    }

    private static Table Ceilings(ResultFile file) => new Columns<Ceiling>()
        .Name("backend", ceiling => ceiling.Backend)
        .Number("threads", ceiling => Numbers.Count(ceiling.Threads))
        .Strong("multiply-adds, GFLOP/s", ceiling => Numbers.Significant(ceiling.FmaGflops))
        .Each(
            file.Ceilings.SelectMany(ceiling => ceiling.BandwidthGBs.Keys).Distinct().Order(StringComparer.Ordinal),
            (columns, level) => columns.Number($"{level}, GB/s", ceiling => ceiling.BandwidthGBs.TryGetValue(level, out double bandwidth) ? Numbers.Significant(bandwidth) : Numbers.None))
        .If(file.Ceilings.Any(ceiling => ceiling.LaunchNs is not null), columns => columns.Number("launch, ns", ceiling => Numbers.Significant(ceiling.LaunchNs)))
        .Table("Ceilings", file.Ceilings);
}
