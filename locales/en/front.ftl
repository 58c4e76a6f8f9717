front-title = Welcome
front-welcome = Welcome to { $site }
front-lead = Training for customs officers: modules to take at your own pace, results you can see, and certificates anyone can verify.
front-verify = Were you shown a certificate?
front-verify-link = Verify it here
