using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GuidelineBench.Cli.Testing;

/// <summary>A vector width below the machine's own that the runtime can be told to use.</summary>
/// <param name="Switch">The runtime's variable that forces it.</param>
internal sealed record ForcedVectorWidth(string Name, int Bits, string Switch, string Value)
{
    /// <summary>Tells tests which width they are expected to run with.</summary>
    public const string ExpectedBitsVariable = "GUIDELINEBENCH_EXPECTED_VECTOR_BITS";

    public ImmutableDictionary<string, string> Variables => ImmutableDictionary<string, string>.Empty
        .Add(Switch, Value)
        .Add(ExpectedBitsVariable, FormattableString.Invariant($"{Bits}"));

    /// <summary>Widths narrower than the default; none on Arm, where there is one width.</summary>
    public static IEnumerable<ForcedVectorWidth> OfThisMachine()
    {
        if (Vector512.IsHardwareAccelerated)
            yield return new ForcedVectorWidth("256 bit", 256, "DOTNET_EnableAVX512", "0");
        if (Vector256.IsHardwareAccelerated)
            yield return new ForcedVectorWidth("128 bit", 128, "DOTNET_PreferredVectorBitWidth", "128");
        if (Avx2.IsSupported)
            yield return new ForcedVectorWidth("128 bit without FMA", 128, "DOTNET_EnableAVX2", "0");
    }
}
