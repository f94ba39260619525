using GuidelineBench.Kernels.Conformance.Operators;
using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Devices;

/// <summary>A kind of accelerator that tests run on where the machine has one.</summary>
public interface ITestDevice
{
    /// <summary>For the reason why tests are skipped.</summary>
    static abstract string Name { get; }

    /// <summary>Most multiply-adds of a case that the device computes in the time of a test.</summary>
    static abstract long MostMultiplyAdds { get; }

    /// <summary>Most cases of a kind, which are taken at equal distances.</summary>
    static abstract int MostCases { get; }

    /// <summary>One block of each cell of Tables 1-4, on maps of a size that the device computes in the time of a test.</summary>
    static abstract IEnumerable<OperatorCase> FirstBlocks { get; }

    /// <summary>Enables what the device needs.</summary>
    static abstract void Enable(Context.Builder builder);

    /// <returns>Null where there is none.</returns>
    static abstract Device? Find(Context context);
}
