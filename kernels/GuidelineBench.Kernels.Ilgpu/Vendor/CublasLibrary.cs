using System.Runtime.InteropServices;
using GuidelineBench.Kernels.Ilgpu.Drivers;

namespace GuidelineBench.Kernels.Ilgpu.Vendor;

/// <summary>Calls of cuBLAS (cublas_api.h), versions 12 and 13. All return a cublasStatus_t, 0 is success.</summary>
internal static partial class CublasLibrary
{
    /// <summary>CUBLAS_OP_N: a matrix as it is, column by column.</summary>
    public const int AsItIs = 0;

    /// <summary>CUBLAS_DEFAULT_MATH: FP32 stays FP32. CUBLAS_TF32_TENSOR_OP_MATH: FP32 operands go through tensor cores as TF32.</summary>
    public const int DefaultMath = 0, Tf32Math = 3;

    private const int Success = 0;

    /// <exception cref="CudaDriverException">The status is not success.</exception>
    public static void Check(int status, string call)
    {
        if (status != Success)
            throw new CudaDriverException(call, status);
    }

    /// <summary>cublasStatus_t cublasCreate_v2(cublasHandle_t* handle), in the context that is current.</summary>
    [LibraryImport(NativeLibraries.Cublas, EntryPoint = "cublasCreate_v2")]
    public static partial int Create(out nint handle);

    /// <summary>cublasStatus_t cublasSetStream_v2(cublasHandle_t handle, cudaStream_t streamId); drops the workspace.</summary>
    [LibraryImport(NativeLibraries.Cublas, EntryPoint = "cublasSetStream_v2")]
    public static partial int SetStream(nint handle, nint stream);

    /// <summary>cublasStatus_t cublasSetWorkspace_v2(cublasHandle_t handle, void* workspace, size_t workspaceSizeInBytes).</summary>
    [LibraryImport(NativeLibraries.Cublas, EntryPoint = "cublasSetWorkspace_v2")]
    public static partial int SetWorkspace(nint handle, nint workspace, nuint bytes);

    /// <summary>cublasStatus_t cublasSetMathMode(cublasHandle_t handle, cublasMath_t mode).</summary>
    [LibraryImport(NativeLibraries.Cublas, EntryPoint = "cublasSetMathMode")]
    public static partial int SetMathMode(nint handle, int mode);

    /// <summary>
    /// cublasStatus_t cublasSgemmStridedBatched(cublasHandle_t handle, cublasOperation_t transa, cublasOperation_t transb,
    /// int m, int n, int k, const float* alpha, const float* A, int lda, long long strideA, const float* B, int ldb,
    /// long long strideB, const float* beta, float* C, int ldc, long long strideC, int batchCount): C = alpha A B + beta C,
    /// m x n, k the inner dimension. The factors lie on the host, which is how a handle takes them unless told otherwise.
    /// </summary>
    [LibraryImport(NativeLibraries.Cublas, EntryPoint = "cublasSgemmStridedBatched")]
    public static partial int Multiply(
        nint handle, int operationOfA, int operationOfB, int m, int n, int k,
        in float alpha, nint a, int rowsOfA, long strideA, nint b, int rowsOfB, long strideB,
        in float beta, nint c, int rowsOfC, long strideC, int count);
}
