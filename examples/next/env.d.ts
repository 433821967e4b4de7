declare namespace NodeJS {
  interface ProcessEnv {
    NEXT_PUBLIC_ORGPORTAL_TOKEN?: string
    NEXT_PUBLIC_ORGPORTAL_BASE_URL?: string
  }
}
