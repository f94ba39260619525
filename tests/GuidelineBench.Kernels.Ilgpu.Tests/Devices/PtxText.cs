using System.Reflection;
using ILGPU;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime.Cuda;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Devices;

/// <summary>What ILGPU makes of kernels for the newest architecture that it knows. No device and no driver is needed for it.</summary>
internal static class PtxText
{
    private static readonly Lazy<Context> context =
        new(() => Context.Create(builder => builder.EnableAlgorithms().Optimize(OptimizationLevel.O2)));

    /// <param name="kernel">Explicitly grouped; a generic one with its type arguments.</param>
    public static string Of(MethodInfo kernel)
    {
        CudaArchitecture newest = typeof(CudaArchitecture)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<CudaArchitecture>()
            .Max();
        using var backend = new PTXBackend(context.Value, newest, PTXCodeGenerator.SupportedInstructionSets.Max(), null!);
        return ((PTXCompiledKernel)backend.Compile(EntryPointDescription.FromExplicitlyGroupedKernel(kernel), default)).PTXAssembly;
    }
}
